package org.portcullis.approval.bean;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.portcullis.approval.store.ApprovalViews;
import org.portcullis.approval.store.ExecutionStore;
import org.portcullis.approval.store.GrantStore;
import org.portcullis.approval.store.RequestStore;
import org.portcullis.approval.store.VoteStore;
import org.portcullis.command.Ids;
import org.portcullis.recording.store.EventTrail;
import org.portcullis.storage.store.Database;
import org.portcullis.storage.store.SecretBox;

/**
 * What the steps of an approval share.
 *
 * @param changed told the request's id after the commit of every change
 * @param cooldown how long a denial answers the same call
 */
record ApprovalParts(
    Database database,
    RequestStore requests,
    VoteStore votes,
    GrantStore grants,
    ExecutionStore executions,
    ApprovalViews views,
    EventTrail trail,
    ApprovalEvents events,
    Alarm alarm,
    Consumer<String> changed,
    Ids ids,
    Duration cooldown) {

  static ApprovalParts of(
      Database database,
      SecretBox box,
      String node,
      Alarm alarm,
      Consumer<String> changed,
      InstantSource clock,
      Ids ids,
      Duration cooldown) {
    return new ApprovalParts(
        database,
        new RequestStore(database, box),
        new VoteStore(database),
        new GrantStore(database),
        new ExecutionStore(database, node),
        new ApprovalViews(database),
        new EventTrail(database),
        new ApprovalEvents(clock),
        alarm,
        changed,
        ids,
        cooldown);
  }
}
