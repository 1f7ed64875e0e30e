package org.portcullis.recording.web;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.portcullis.api.web.Needs;
import org.portcullis.api.web.Parameters;
import org.portcullis.api.web.Replies;
import org.portcullis.api.web.Right;
import org.portcullis.recording.EventDesk;
import org.portcullis.recording.EventDesk.Recorded;
import org.portcullis.recording.EventKind;

/** The audit trail, read. */
@Path("/events")
@Tag(name = "Events", description = "The audit trail.")
@ApplicationScoped
public class EventsResource {

  private static final int MOST = 1000;

  @Inject private EventDesk desk;

  /** Events, the oldest first. */
  @GET
  @PermitAll
  @Needs({Right.ADMIN, Right.AUDITOR})
  @Operation(
      summary = "Lists events, the oldest first",
      description = "Numbers grow in the order of recording; `after` is the last one already seen.")
  public Response list(
      @QueryParam("session") @Nullable String session,
      @QueryParam("exchange") @Nullable String exchange,
      @QueryParam("connection") @Nullable String connection,
      @QueryParam("kind") @Nullable String kind,
      @QueryParam("from") @Nullable String from,
      @QueryParam("to") @Nullable String to,
      @QueryParam("after") @DefaultValue("0") String after,
      @QueryParam("limit") @DefaultValue("100") String limit,
      @Context UriInfo uri) {
    Parameters parameters = new Parameters();
    EventKind wanted = parameters.constant("kind", kind, EventKind.class);
    Instant first = parameters.instant("from", from);
    Instant last = parameters.instant("to", to);
    long seen = parameters.number("after", after, 0L, Long.MAX_VALUE);
    int most = parameters.number("limit", limit, 1, MOST);
    if (parameters.areFaulty()) {
      return parameters.refusal();
    }
    List<Recorded> found =
        desk.search(
            new EventDesk.Query(session, exchange, connection, wanted, first, last, seen, most));
    Optional<String> next =
        found.size() < most
            ? Optional.empty()
            : Optional.of(String.valueOf(found.get(found.size() - 1).number()));
    return Replies.page(found.stream().map(EventDocument::write).toList(), uri, "after", next);
  }
}
