package org.portcullis.policy.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.portcullis.console.web.ConsoleUser;
import org.portcullis.policy.Policies;
import org.portcullis.policy.Policies.Version;
import org.portcullis.policy.document.PolicyReader;
import org.portcullis.policy.document.PolicyReading;

/**
 * The policy in force and a draft of the next one. A draft is put in force only after its changes
 * and findings were shown, and only in the place of the version that they were shown against.
 */
@Named
@RequestScoped
public class PolicyPage {

  private static final int VERSIONS = 20;

  @Inject private Policies policies;
  @Inject private PolicyFindings findings;
  @Inject private ConsoleUser user;

  private @Nullable Integer version;
  private String draft = "";
  private int base;
  private String seen = "";
  private @Nullable PolicyDraft checked;

  /** Loads the policy in force, or the version in the address; an unknown one is 404. */
  public void load() throws IOException {
    FacesContext faces = FacesContext.getCurrentInstance();
    if (faces.isPostback()) {
      return;
    }
    Optional<Version> inForce = policies.current();
    base = inForce.map(Version::number).orElse(0);
    Optional<Version> shown = version == null ? inForce : policies.find(version);
    if (version != null && shown.isEmpty()) {
      faces.getExternalContext().responseSendError(404, "unknown version");
      faces.responseComplete();
      return;
    }
    draft = shown.map(Version::text).orElse("");
    if (version != null && version != base) {
      show();
    }
  }

  /** Shows the changes and findings of the draft. */
  public void check() {
    base = policies.active().number();
    show();
  }

  /** Puts the draft in force; what was not shown as it is now, is shown first. */
  public void put() {
    String text = PolicyText.ofForm(draft);
    boolean isSeen = seen.equals(PolicyDraft.digest(text));
    show();
    if (!isSeen) {
      say(FacesMessage.SEVERITY_WARN, "The draft is another one than was shown. Look at it now.");
    } else if (!user.isAdmin()) {
      say(FacesMessage.SEVERITY_ERROR, "It was not put in force: that needs the admin role.");
    } else if (PolicyReader.read(text) instanceof PolicyReading.Read) {
      put(text);
    }
  }

  private void put(String text) {
    Policies.Put put = policies.put(text, Optional.of(base), user.caller());
    if (put instanceof Policies.Put.Conflict conflict) {
      base = conflict.active();
      say(
          FacesMessage.SEVERITY_ERROR,
          "Policy "
              + base
              + " was put in force in the meantime, and nothing was stored. The changes are now"
              + " shown against it.");
      show();
      return;
    }
    base = ((Policies.Put.Stored) put).number();
    checked = null;
    seen = "";
    say(FacesMessage.SEVERITY_INFO, "Policy " + base + " is in force.");
  }

  private void show() {
    String text = PolicyText.ofForm(draft);
    checked = PolicyDraft.of(textOf(base), text, findings.of(text));
    seen = checked.digest();
  }

  private String textOf(int number) {
    return policies.find(number).map(Version::text).map(PolicyText::ofForm).orElse("");
  }

  private static void say(FacesMessage.Severity severity, String text) {
    FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(severity, text, null));
  }

  /** The version in force; null when there is none. */
  public @Nullable VersionView getInForce() {
    return policies.current().map(VersionView::new).orElse(null);
  }

  /** The number of the version in force; 0 when there is none. */
  public int getActive() {
    return policies.active().number();
  }

  /** The latest versions, the newest first. */
  public List<VersionView> getVersions() {
    return policies.history(VERSIONS).stream().map(VersionView::new).toList();
  }

  /** The draft as it was checked; null before. */
  public @Nullable PolicyDraft getChecked() {
    return checked;
  }

  public @Nullable Integer getVersion() {
    return version;
  }

  public void setVersion(@Nullable Integer version) {
    this.version = version;
  }

  public String getDraft() {
    return draft;
  }

  public void setDraft(String draft) {
    this.draft = draft;
  }

  public int getBase() {
    return base;
  }

  public void setBase(int base) {
    this.base = base;
  }

  public String getSeen() {
    return seen;
  }

  public void setSeen(String seen) {
    this.seen = seen;
  }
}
