package org.portcullis.recording.bean;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Local;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedExecutors;
import jakarta.enterprise.concurrent.ManagedTask;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import jakarta.transaction.UserTransaction;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.portcullis.recording.Event;
import org.portcullis.recording.EventDesk;
import org.portcullis.recording.Recorder;
import org.portcullis.recording.store.DirectTrail;
import org.portcullis.recording.store.EventSearch;
import org.portcullis.storage.bean.ClosesOnFailure;
import org.portcullis.storage.bean.GateSettings;
import org.portcullis.storage.store.Database;

/** Makes events durable through one {@link GroupWriter}, and finds them again. */
@Singleton
@Startup
@DependsOn("StorageBean")
@Local({Recorder.class, EventDesk.class})
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
@Interceptors(ClosesOnFailure.class)
public class RecorderBean implements Recorder, EventDesk {

  private static final Logger LOG = System.getLogger(RecorderBean.class.getName());
  private static final Duration LAST_WRITES = Duration.ofSeconds(10);

  @PersistenceUnit(unitName = "gate")
  private EntityManagerFactory units;

  @Resource private UserTransaction transaction;
  @Resource private ManagedExecutorService executor;

  // Unshareable, because the writer keeps its connection.
  @Resource(lookup = "jdbc/gate-trail", shareable = false)
  private DataSource trailSource;

  private final AtomicReference<Future<?>> loop = new AtomicReference<>();
  private Database database;
  private EventSearch search;
  private DirectTrail trail;
  private GroupWriter writer;
  private Duration wait;
  private Recorder recorder;

  @PostConstruct
  void start() {
    GateSettings settings = GateSettings.checked(ConfigProvider.getConfig());
    database = Database.inContainer(units, transaction);
    search = new EventSearch(database);
    trail = new DirectTrail(trailSource);
    wait = settings.recordingWait();
    writer = new GroupWriter(settings.recordingQueue(), trail::append);
    recorder = new QueueRecorder(writer, wait);
    keepWriting();
  }

  /** A writer that died is replaced; what waits in the queue is not lost by that. */
  @Schedule(hour = "*", minute = "*", second = "*/1", persistent = false)
  void keepWriting() {
    Future<?> last = loop.get();
    if (last != null && !last.isDone()) {
      return;
    }
    if (last != null) {
      LOG.log(Level.ERROR, "the writer of events ended and is started again", causeOf(last));
    }
    Map<String, String> longRunning = Map.of(ManagedTask.LONGRUNNING_HINT, "true");
    FutureTask<Void> next = new FutureTask<>(writer, null);
    // Two timers at once must not start two writers.
    if (loop.compareAndSet(last, next)) {
      executor.execute(ManagedExecutors.managedTask(next, longRunning, null));
    }
  }

  private static @Nullable Throwable causeOf(Future<?> ended) {
    try {
      ended.get(0, TimeUnit.SECONDS);
      return null;
    } catch (ExecutionException e) {
      return e.getCause();
    } catch (InterruptedException | TimeoutException e) {
      return e;
    }
  }

  @PreDestroy
  void stop() {
    writer.stop();
    try {
      loop.get().get(LAST_WRITES.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      LOG.log(Level.ERROR, "the writer of events did not end in order", e);
      return;
    }
    trail.close();
  }

  @Override
  public void record(Event event) {
    recorder.record(event);
  }

  @Override
  public void recordLater(Event event) {
    recorder.recordLater(event);
  }

  @Override
  public Recorder live() {
    return recorder;
  }

  @Override
  public long last() {
    return database.inTransaction(search::last);
  }

  /** Whoever reads sees what was handed over before, also what nobody waited for. */
  @Override
  public List<Recorded> search(Query query) {
    writer.write(Pending.mark(), wait);
    return database.inTransaction(() -> search.search(query));
  }
}
