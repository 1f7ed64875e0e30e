package org.portcullis.session;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.portcullis.identity.Caller;

/**
 * The store of sessions as people look at it: search, read, kill. Every call is one transaction.
 */
public interface SessionDesk {

  /**
   * What to look for; a null field does not restrict.
   *
   * @param person part of the human's name, any case
   * @param connection exact name of a connection
   * @param state exact state
   * @param before only sessions that sort after this id in the list, for the next page
   * @param limit 1 to 500
   */
  record Query(
      @Nullable String person,
      @Nullable String connection,
      Session.@Nullable State state,
      @Nullable String before,
      int limit) {}

  /**
   * A session with the numbers of its exchanges.
   *
   * @param exchanges all that were decided about
   * @param masked those in whose answer something was masked
   * @param asked those that needed a human
   * @param blocked those that were blocked
   */
  record Summary(Session session, int exchanges, int masked, int asked, int blocked) {}

  /** Sessions, the latest first. */
  List<Summary> search(Query query);

  /** One session. */
  Optional<Summary> find(String id);

  /**
   * Kills a session and records who did it: its id is unknown from now on and its streams end.
   *
   * @return false when there is no open session of this id
   */
  boolean kill(String id, Caller by, String reason);
}
