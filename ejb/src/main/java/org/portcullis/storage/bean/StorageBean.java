package org.portcullis.storage.bean;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import jakarta.transaction.UserTransaction;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.portcullis.recording.GateUnavailable;
import org.portcullis.storage.bean.GateSettings.Reading;
import org.portcullis.storage.store.Database;
import org.portcullis.storage.store.Schema;

/**
 * The start of the gate: the settings are usable, the schema is this release's, the clocks agree.
 * Every other bean that stores depends on this one; when it fails, the application does not start.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class StorageBean {

  private static final Logger LOG = System.getLogger(StorageBean.class.getName());

  // Unshareable, because migrating needs two connections that know nothing of each other.
  @Resource(lookup = "jdbc/gate", shareable = false)
  private DataSource source;

  @PersistenceUnit(unitName = "gate")
  private EntityManagerFactory units;

  @Resource private UserTransaction transaction;

  @PostConstruct
  void start() {
    if (GateSettings.read(ConfigProvider.getConfig()) instanceof Reading.Faulty faulty) {
      refuse(faulty.faults());
    }
    Schema schema = new Schema(source);
    schema.migrate();
    schema.validate(units);
    schema.compareClocks(Database.inContainer(units, transaction), InstantSource.system());
    LOG.log(Level.INFO, "the settings are usable, the schema is valid, the clocks agree");
  }

  private static void refuse(List<String> faults) {
    faults.forEach(fault -> LOG.log(Level.ERROR, "setting " + fault));
    throw new GateUnavailable("settings: " + faults.size() + " faulty (expected: none)");
  }
}
