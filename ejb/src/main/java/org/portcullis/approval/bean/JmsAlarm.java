package org.portcullis.approval.bean;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Queue;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;

/** An alarm by messages with a delivery delay (Jakarta Messaging 3.1, section 7.9). */
final class JmsAlarm implements Alarm {

  private static final Logger LOG = System.getLogger(JmsAlarm.class.getName());

  /** The database compares on arrival; a message a moment too early would have to be sent again. */
  private static final Duration MARGIN = Duration.ofMillis(50);

  private final ConnectionFactory connections;
  private final Queue queue;

  JmsAlarm(ConnectionFactory connections, Queue queue) {
    this.connections = connections;
    this.queue = queue;
  }

  @Override
  public void after(Duration delay, Wakeup wakeup) {
    long millis = Math.max(0, delay.plus(MARGIN).toMillis());
    try (JMSContext context = connections.createContext()) {
      context.createProducer().setDeliveryDelay(millis).send(queue, wakeup.text());
    } catch (JMSRuntimeException e) {
      LOG.log(Level.WARNING, "no wake-up for " + wakeup.text() + "; the sweep will end it", e);
    }
  }
}
