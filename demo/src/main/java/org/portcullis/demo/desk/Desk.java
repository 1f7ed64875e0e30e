package org.portcullis.demo.desk;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServlet;
import java.io.PrintStream;
import java.util.EnumSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/**
 * The sample service as a process of its own: tools over MCP at {@code /mcp}, the same tools as a
 * ReAct run endpoint at {@code /runs}, and plain REST at {@code /customers}.
 *
 * <p>It listens on the loopback address alone and answers only who presents its token, which the
 * gate holds and no agent does: calling it around the gate is refused. {@code /healthz} is open.
 */
public final class Desk implements AutoCloseable {
  private static final String LOOPBACK = "127.0.0.1";

  /** Held, because a level that was set is lost when its logger is collected. */
  private static final Logger JETTY_LOGGER = Logger.getLogger("org.eclipse.jetty");

  private final Server server;
  private final ServerConnector connector;
  private final McpEndpoint mcp;
  private final CustomerDatabase database;

  private Desk(
      Server server, ServerConnector connector, McpEndpoint mcp, CustomerDatabase database) {
    this.server = server;
    this.connector = connector;
    this.mcp = mcp;
    this.database = database;
  }

  /**
   * Starts the desk and keeps it running until the process is ended. Prints one line when it is
   * ready; exits with 1 and one line when it cannot start.
   *
   * @param arguments optionally the port; otherwise {@code DESK_PORT} or 9180
   */
  public static void main(String[] arguments) {
    Logger.getLogger("").setLevel(Level.WARNING);
    PrintStream out = System.out;
    try {
      DeskSettings settings = DeskSettings.from(arguments, System.getenv());
      Desk desk = start(settings);
      Runtime.getRuntime().addShutdownHook(new Thread(desk::close, "desk-stop"));
      out.println("desk is ready at http://" + LOOPBACK + ":" + desk.port());
      desk.server.join();
    } catch (IllegalArgumentException | IllegalStateException e) {
      System.err.println("desk cannot start: " + e.getMessage());
      System.exit(1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Starts a desk with a fresh database.
   *
   * @param settings port 0 chooses a free one
   * @return the running desk; the caller closes it
   * @throws IllegalStateException if the port cannot be bound or the database not be created
   */
  public static Desk start(DeskSettings settings) {
    JETTY_LOGGER.setLevel(Level.WARNING);
    CustomerDatabase database = CustomerDatabase.create();
    EffectLog effects = new EffectLog();
    Customers customers = new Customers(database, effects);
    DeskTools tools = DeskTools.over(database, customers, effects, Pause.of(settings.pace()));
    McpEndpoint mcp = McpEndpoint.serving(tools, customers);

    Server server = new Server();
    ServerConnector connector = new ServerConnector(server, 1, 1);
    connector.setHost(LOOPBACK);
    connector.setPort(settings.port());
    server.addConnector(connector);
    server.setHandler(routes(settings, effects, customers, tools, mcp));
    Desk desk = new Desk(server, connector, mcp, database);
    desk.listen(settings.port());
    return desk;
  }

  private static ServletContextHandler routes(
      DeskSettings settings,
      EffectLog effects,
      Customers customers,
      DeskTools tools,
      McpEndpoint mcp) {
    ServletContextHandler context = new ServletContextHandler();
    context.setContextPath("/");
    FilterHolder guard = new FilterHolder(new TokenFilter(settings.token()));
    guard.setAsyncSupported(true);
    context.addFilter(guard, "/*", EnumSet.of(DispatcherType.REQUEST));
    add(context, "/mcp", mcp.servlet());
    add(context, "/runs", new RunsServlet(tools));
    add(context, "/customers/*", new CustomersServlet(customers));
    add(context, "/effects", new EffectsServlet(effects));
    add(context, TokenFilter.HEALTH, new HealthServlet());
    return context;
  }

  private static void add(ServletContextHandler context, String path, HttpServlet servlet) {
    ServletHolder holder = new ServletHolder(servlet);
    holder.setAsyncSupported(true);
    context.addServlet(holder, path);
  }

  // Jetty's start throws Exception itself, so this is the one place that has to catch it.
  private void listen(int wanted) {
    try {
      server.start();
    } catch (Exception e) {
      close();
      throw new IllegalStateException("port " + wanted + " on " + LOOPBACK + ": " + reason(e), e);
    }
  }

  private static String reason(Exception failure) {
    return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
  }

  /** The port on 127.0.0.1 that the desk listens on. */
  public int port() {
    return connector.getLocalPort();
  }

  /** Ends open sessions, stops listening and drops the database. Safe to call twice. */
  @Override
  public void close() {
    mcp.close();
    try {
      server.stop();
    } catch (Exception e) {
      Logger.getLogger(Desk.class.getName()).log(Level.WARNING, "the desk did not stop cleanly", e);
    }
    database.close();
  }
}
