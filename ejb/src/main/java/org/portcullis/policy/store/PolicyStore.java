package org.portcullis.policy.store;

import java.util.List;
import java.util.Optional;
import org.portcullis.policy.Policies.Version;
import org.portcullis.storage.store.Database;
import org.portcullis.storage.store.Texts;

/** Policy versions in the running transaction. */
public final class PolicyStore {

  private static final int AUTHOR = 512;
  private static final int MOST = 1000;

  private final Database database;

  public PolicyStore(Database database) {
    this.database = database;
  }

  /** The number of the latest version; 0 when there is none. */
  public int latest() {
    return database
        .entities()
        .createQuery("select coalesce(max(v.number), 0) from PolicyVersionEntity v", Integer.class)
        .getSingleResult();
  }

  /** A version by number. */
  public Optional<Version> find(int number) {
    return Optional.ofNullable(database.entities().find(PolicyVersionEntity.class, number))
        .map(PolicyVersionEntity::version);
  }

  /** The versions, the newest first, without their texts. */
  public List<Version> history(int limit) {
    return database
        .entities()
        .createQuery(
            "select new org.portcullis.policy.Policies$Version(v.number, v.author, v.createdAt, '')"
                + " from PolicyVersionEntity v order by v.number desc",
            Version.class)
        .setMaxResults(Math.max(1, Math.min(MOST, limit)))
        .getResultList();
  }

  /**
   * Adds a version; the key refuses a number that another node took.
   *
   * @return the version as it is stored
   */
  public Version add(int number, String author, String text) {
    PolicyVersionEntity version =
        new PolicyVersionEntity(number, Texts.fit(author, AUTHOR), database.now(), text);
    database.entities().persist(version);
    database.entities().flush();
    return version.version();
  }
}
