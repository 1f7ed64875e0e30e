package org.portcullis.proxy.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.portcullis.approval.Approvals;
import org.portcullis.clock.web.Ticker;
import org.portcullis.command.Ids;
import org.portcullis.connection.Connections;
import org.portcullis.connection.ProtocolKind;
import org.portcullis.connection.ToolSchemas;
import org.portcullis.dissection.Dissection;
import org.portcullis.dissection.Dissections;
import org.portcullis.identity.web.CallerReader;
import org.portcullis.metrics.web.CallMeters;
import org.portcullis.metrics.web.MeteredApprovals;
import org.portcullis.metrics.web.MeteredRecorder;
import org.portcullis.pipeline.CallPipeline;
import org.portcullis.pipeline.Gate;
import org.portcullis.pipeline.Protocols;
import org.portcullis.policy.Policies;
import org.portcullis.protocol.Upstream;
import org.portcullis.protocol.mcp.McpProtocol;
import org.portcullis.protocol.mcp.McpSettings;
import org.portcullis.protocol.rest.RestProtocol;
import org.portcullis.recording.Recorder;
import org.portcullis.session.Sessions;
import org.portcullis.settings.web.GateSettings;
import org.portcullis.upstream.web.WaitingCalls;

/**
 * Puts the walk of a call together from its ports. The stores are beans of another module; the
 * container joins them by the interfaces of the core.
 */
@ApplicationScoped
public class GateAssembly {

  private static final Duration TICK = Duration.ofSeconds(1);
  private static final int MAX_BATCH = 100;

  @Inject private Connections connections;
  @Inject private Policies policies;
  @Inject private Recorder recorder;
  @Inject private Approvals approvals;
  @Inject private Sessions sessions;
  @Inject private GateSettings settings;
  @Inject private InstantSource clock;
  @Inject private Ids ids;

  @Produces
  @Singleton
  CallMeters meters(MetricRegistry registry) {
    return new CallMeters(registry, connections);
  }

  @Produces
  @Singleton
  ToolSchemas toolSchemas() {
    return new ToolSchemas();
  }

  @Produces
  @Singleton
  Dissection dissection(ToolSchemas schemas) {
    return Dissections.standard(settings.catalogue(), schemas);
  }

  @Produces
  @Singleton
  Protocols protocols(ToolSchemas schemas) {
    int eventLimit = settings.streams().eventLimit();
    Sessions live = sessions.live();
    return new Protocols(
        Map.of(
            ProtocolKind.MCP,
            new McpProtocol(
                live, new McpSettings(settings.allowedOrigins(), eventLimit, MAX_BATCH), schemas),
            ProtocolKind.REST,
            new RestProtocol(live, eventLimit)));
  }

  @Produces
  @Singleton
  CallPipeline pipeline(
      Protocols protocols, Dissection dissection, Upstream upstream, CallMeters meters) {
    return new CallPipeline(
        new Gate(
            connections,
            protocols,
            dissection,
            policies,
            new MeteredRecorder(recorder.live(), meters),
            new MeteredApprovals(approvals, meters),
            upstream,
            this::approvalUrl,
            clock,
            ids));
  }

  @Produces
  @Singleton
  DataPath dataPath(
      CallerReader callers, CallPipeline pipeline, WaitingCalls waiting, Ticker ticker) {
    OpenStreams streams = new OpenStreams(sessions.live(), waiting::end, settings.streams(), clock);
    ticker.every(TICK, "ending streams", streams::endOver);
    ticker.every(TICK, "keeping streams alive", streams::keepAlive);
    return new DataPath(
        callers,
        connections,
        pipeline,
        new RequestReader(settings.bodyLimit()),
        new EarlyRefusals(recorder, clock, ids),
        streams);
  }

  /** Where an approver finds a request; its page asks who they are. */
  private String approvalUrl(String id) {
    return settings.publicUrl() + "/console/approvals?id=" + id;
  }
}
