package org.portcullis.recording.bean;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Local;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import jakarta.transaction.UserTransaction;
import java.util.List;
import org.portcullis.recording.store.EventRow;
import org.portcullis.recording.store.EventTrail;
import org.portcullis.storage.store.Database;

/**
 * The writer's transactions. A bean of its own, because a bean's transaction can be begun only
 * within a call of that bean, and the writer's loop is none.
 */
@Singleton
@DependsOn("StorageBean")
@Local(EventGroups.class)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class EventGroupsBean implements EventGroups {

  @PersistenceUnit(unitName = "gate")
  private EntityManagerFactory units;

  @Resource private UserTransaction transaction;

  private Database database;
  private EventTrail trail;

  @PostConstruct
  void start() {
    database = Database.inContainer(units, transaction);
    trail = new EventTrail(database);
  }

  @Override
  public void write(List<EventRow> rows) {
    database.transact(() -> trail.append(rows));
  }
}
