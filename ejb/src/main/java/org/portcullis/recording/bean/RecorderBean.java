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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.config.ConfigProvider;
import org.portcullis.recording.Event;
import org.portcullis.recording.EventDesk;
import org.portcullis.recording.Recorder;
import org.portcullis.recording.store.EventRow;
import org.portcullis.recording.store.EventSearch;
import org.portcullis.recording.store.EventTrail;
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

  private final AtomicReference<Future<?>> loop = new AtomicReference<>();
  private Database database;
  private EventSearch search;
  private GroupWriter writer;
  private Duration wait;

  @PostConstruct
  void start() {
    GateSettings settings = GateSettings.checked(ConfigProvider.getConfig());
    database = Database.inContainer(units, transaction);
    search = new EventSearch(database);
    EventTrail trail = new EventTrail(database);
    wait = settings.recordingWait();
    writer =
        new GroupWriter(
            settings.recordingQueue(), rows -> database.transact(() -> trail.append(rows)));
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
      LOG.log(Level.ERROR, "the writer of events ended and is started again");
    }
    Map<String, String> longRunning = Map.of(ManagedTask.LONGRUNNING_HINT, "true");
    loop.set(executor.submit(ManagedExecutors.managedTask(writer, longRunning, null)));
  }

  @PreDestroy
  void stop() {
    writer.stop();
    try {
      loop.get().get(LAST_WRITES.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      LOG.log(Level.ERROR, "the writer of events did not end in order", e);
    }
  }

  @Override
  public void record(Event event) {
    writer.write(Pending.waited(EventRow.of(event)), wait);
  }

  @Override
  public void recordLater(Event event) {
    writer.offer(Pending.later(EventRow.of(event)), wait);
  }

  /** Whoever reads sees what was handed over before, also what nobody waited for. */
  @Override
  public List<Recorded> search(Query query) {
    writer.write(Pending.mark(), wait);
    return database.inTransaction(() -> search.search(query));
  }
}
