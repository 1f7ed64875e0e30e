package org.portcullis.approval.store;

import java.util.Set;
import org.portcullis.approval.Vote;

/**
 * What a vote counts for.
 *
 * @param roles the approver roles that its voter held when voting
 */
public record CastVote(Vote.Choice choice, String reason, Set<String> roles) {

  public CastVote {
    roles = Set.copyOf(roles);
  }
}
