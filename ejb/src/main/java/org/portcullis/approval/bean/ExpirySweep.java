package org.portcullis.approval.bean;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;

/** Every ten seconds, ends what no wake-up ended. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class ExpirySweep {

  @EJB private ApprovalClerk clerk;

  @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
  void sweep() {
    clerk.sweep();
  }
}
