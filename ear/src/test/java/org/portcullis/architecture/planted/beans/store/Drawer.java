package org.portcullis.architecture.planted.beans.store;

import jakarta.jms.Message;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.Id;
import jakarta.persistence.Transient;
import org.jspecify.annotations.Nullable;

/** An entity with a listener, a public field, a message, and no fitting name. */
@Entity
@EntityListeners(Object.class)
public class Drawer {

  @Id public long id;

  @Transient private @Nullable Message message;

  public boolean isSent() {
    return message != null;
  }
}
