package org.portcullis.approval.bean;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.EJB;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Takes the delayed messages. A message proves nothing: the row decides whether something is over.
 * When the store fails, the message comes again; when it is lost for good, the sweep is there.
 */
@MessageDriven(
    name = "WakeupMdb",
    activationConfig =
        @ActivationConfigProperty(
            propertyName = "destinationType",
            propertyValue = "jakarta.jms.Queue"))
@TransactionManagement(TransactionManagementType.BEAN)
public class WakeupMdb implements MessageListener {

  private static final Logger LOG = System.getLogger(WakeupMdb.class.getName());

  @EJB private ApprovalClerk clerk;

  @Override
  public void onMessage(Message message) {
    try {
      Wakeup.of(message.getBody(String.class))
          .ifPresentOrElse(
              clerk::wake, () -> LOG.log(Level.WARNING, "a message that is no wake-up"));
    } catch (JMSException e) {
      LOG.log(Level.WARNING, "a wake-up that cannot be read", e);
    }
  }
}
