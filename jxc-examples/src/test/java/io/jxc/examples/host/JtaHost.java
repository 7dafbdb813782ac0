package io.jxc.examples.host;

import com.arjuna.ats.arjuna.common.CoreEnvironmentBeanException;
import com.arjuna.ats.arjuna.common.ObjectStoreEnvironmentBean;
import com.arjuna.ats.arjuna.common.arjPropertyManager;
import com.arjuna.ats.internal.arjuna.objectstore.VolatileStore;
import com.arjuna.ats.internal.jta.transaction.arjunacore.TransactionManagerImple;
import com.arjuna.ats.internal.jta.transaction.arjunacore.TransactionSynchronizationRegistryImple;
import com.arjuna.common.internal.util.propertyservice.BeanPopulator;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.agroal.narayana.NarayanaTransactionIntegration;
import jakarta.transaction.TransactionManager;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A transaction manager of Jakarta EE, and a pool whose connections join it by themselves. */
final class JtaHost implements Host {
  private final TransactionManager transactions;
  private final AgroalDataSource pool;

  JtaHost(Place place) {
    keepNothing();
    transactions = new TransactionManagerImple();
    AgroalDataSourceConfigurationSupplier settings =
        new AgroalDataSourceConfigurationSupplier()
            .connectionPoolConfiguration(
                pooled ->
                    pooled
                        .maxSize(8)
                        .transactionIntegration(
                            new NarayanaTransactionIntegration(
                                transactions, new TransactionSynchronizationRegistryImple()))
                        .connectionFactoryConfiguration(
                            made ->
                                made.jdbcUrl(place.url())
                                    .connectionProviderClassName(place.xaSource())
                                    .principal(new NamePrincipal(place.user()))
                                    .credential(new SimplePassword(place.password()))));
    try {
      pool = AgroalDataSource.from(settings);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The manager's own log stays in memory. */
  private static void keepNothing() {
    try {
      arjPropertyManager.getCoreEnvironmentBean().setNodeIdentifier("jxc-test");
    } catch (CoreEnvironmentBeanException e) {
      throw new IllegalStateException(e);
    }
    for (String store : new String[] {"default", "stateStore", "communicationStore"}) {
      BeanPopulator.getNamedInstance(ObjectStoreEnvironmentBean.class, store)
          .setObjectStoreType(VolatileStore.class.getName());
    }
    BeanPopulator.getDefaultInstance(ObjectStoreEnvironmentBean.class)
        .setObjectStoreType(VolatileStore.class.getName());
  }

  @Override
  public void inTransaction(Work work) throws Exception {
    transactions.begin();
    try (Connection connection = pool.getConnection()) {
      work.on(connection);
    } catch (Exception e) {
      transactions.rollback();
      throw e;
    }
    transactions.commit();
  }

  @Override
  public DataSource pool() {
    return pool;
  }

  @Override
  public void close() {
    pool.close();
  }
}
