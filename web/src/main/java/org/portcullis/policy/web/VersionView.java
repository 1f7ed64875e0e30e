package org.portcullis.policy.web;

import org.portcullis.console.web.Shown;
import org.portcullis.policy.Policies.Version;

/** A version of the policy in the words of the page. */
public record VersionView(Version version) {

  public int number() {
    return version.number();
  }

  public String author() {
    return version.author();
  }

  public String at() {
    return Shown.exact(version.at());
  }
}
