package org.portcullis.approval.bean;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Local;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.Queue;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import jakarta.transaction.UserTransaction;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.portcullis.approval.ApprovableCall;
import org.portcullis.approval.ApprovalDesk;
import org.portcullis.approval.ApprovalRequest;
import org.portcullis.approval.Approvals;
import org.portcullis.approval.ApprovalsChanged;
import org.portcullis.approval.Grant;
import org.portcullis.approval.Vote;
import org.portcullis.command.Ids;
import org.portcullis.connection.Connections;
import org.portcullis.identity.Caller;
import org.portcullis.masking.Hits;
import org.portcullis.policy.Policies;
import org.portcullis.recording.Event;
import org.portcullis.storage.bean.ClosesOnFailure;
import org.portcullis.storage.bean.GateSettings;
import org.portcullis.storage.store.Database;
import org.portcullis.storage.store.SecretBox;

/**
 * The approval store. It begins its transactions itself, because what follows a commit (the wake-up
 * and the word to the pages) must never be part of it.
 */
@Singleton
@Startup
@DependsOn({"StorageBean", "PoliciesBean", "ConnectionsBean"})
@Local({Approvals.class, ApprovalDesk.class, ApprovalClerk.class})
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
@Interceptors(ClosesOnFailure.class)
public class ApprovalsBean implements Approvals, ApprovalDesk, ApprovalClerk {

  private static final String NOT_SHOWN = "[not shown: the connection was removed]";

  @PersistenceUnit(unitName = "gate")
  private EntityManagerFactory units;

  @Resource private UserTransaction transaction;

  @Resource(lookup = "jms/gate")
  private ConnectionFactory connectionFactory;

  @Resource(lookup = "jms/wakeup")
  private Queue wakeups;

  @EJB private Policies policies;
  @EJB private Connections connections;
  @Inject private jakarta.enterprise.event.Event<ApprovalsChanged> changes;

  private ApprovalParts parts;
  private Asking asking;
  private Voting voting;
  private Using using;
  private Ending ending;

  @PostConstruct
  void start() {
    GateSettings settings = GateSettings.checked(ConfigProvider.getConfig());
    parts =
        ApprovalParts.of(
            Database.inContainer(units, transaction),
            SecretBox.withKeysIn(settings.keyFile()),
            settings.node(),
            new JmsAlarm(connectionFactory, wakeups),
            id -> changes.fire(new ApprovalsChanged(id)),
            InstantSource.system(),
            Ids.random(),
            settings.cooldown());
    asking = new Asking(parts);
    voting = new Voting(parts, who -> policies.active().roles(who), this::masked);
    using = new Using(parts);
    ending = new Ending(parts, this::masked);
    using.reconcileAfterStart();
  }

  private String masked(String connection, String text) {
    return connections
        .find(connection)
        .map(known -> policies.active().recordingMasker(known).text(text, new Hits()))
        .orElse(NOT_SHOWN);
  }

  @Override
  public Standing ask(ApprovableCall call) {
    return asking.ask(call);
  }

  @Override
  public Consumption consume(List<String> grantIds, Event decided) {
    return using.consume(grantIds, decided);
  }

  @Override
  public void complete(String executionId, Outcome outcome) {
    using.complete(executionId, outcome);
  }

  @Override
  public List<ApprovalRequest> requests(ApprovalRequest.@Nullable State state, int limit) {
    return parts.database().inTransaction(() -> parts.views().requests(state, limit));
  }

  @Override
  public List<ApprovalRequest> requestsOf(Caller caller, int limit) {
    return parts.database().inTransaction(() -> parts.views().requestsOf(caller.id(), limit));
  }

  @Override
  public Optional<ApprovalRequest> request(String id) {
    return parts.database().inTransaction(() -> parts.views().request(id));
  }

  @Override
  public Voted vote(String requestId, Vote.Choice choice, String reason, Caller approver) {
    return voting.vote(requestId, choice, reason, approver);
  }

  @Override
  public List<Grant> grants(Grant.@Nullable State state, int limit) {
    return parts.database().inTransaction(() -> parts.views().grants(state, limit));
  }

  @Override
  public Optional<Grant> revoke(String grantId, Caller by, String reason) {
    return ending.revoke(grantId, by, reason);
  }

  @Override
  public void wake(Wakeup wakeup) {
    ending.wake(wakeup);
  }

  @Override
  public void sweep() {
    ending.sweep();
    using.reconcile();
  }
}
