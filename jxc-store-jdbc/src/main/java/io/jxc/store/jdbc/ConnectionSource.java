package io.jxc.store.jdbc;

import io.jxc.api.error.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import javax.sql.DataSource;

/** What a host named: a folder, a server or its own pool. Opened by the builder. */
interface ConnectionSource {
  /** Opens the connections. */
  Connections open();

  /** Tells whether the schema is JXC's own business unless the host says otherwise. */
  boolean migratesByItself();

  /** An H2 database in a folder of its own. */
  record H2File(Path folder) implements ConnectionSource {
    /**
     * The address: waits are bounded, and H2's own delay of writing stays. Each commit is followed
     * by a checkpoint, so nothing depends on the delay; without it H2 would run no thread that
     * gives the room of old pages back, and the file would grow with every commit. The files are
     * steady ones: the usual kind an interrupted thread closes for everybody.
     */
    String url() {
      String path = folder.toAbsolutePath().normalize().toString().replace('\\', '/');
      if (path.contains(";")) {
        throw StorageException.misconfigured("the path of an H2 folder holds no ';': " + path);
      }
      return "jdbc:h2:"
          + SteadyFiles.SCHEME
          + ":"
          + path
          + "/jxc;LOCK_TIMEOUT=5000;QUERY_CACHE_SIZE=256;DB_CLOSE_ON_EXIT=FALSE;CACHE_SIZE="
          + cacheKilobytes();
    }

    /**
     * A 24th of the heap, 16 MB to 1 GB. Cached pages are thousands of old objects that the garbage
     * collector goes through again and again, and nearly all that are not cached come from the
     * operating system's memory: see docs/performance.md.
     */
    private static long cacheKilobytes() {
      long part = Runtime.getRuntime().maxMemory() / 24 / 1024;
      return Math.max(16L << 10, Math.min(part, 1L << 20));
    }

    @Override
    public Connections open() {
      SteadyFiles.register();
      try {
        Files.createDirectories(folder);
      } catch (IOException e) {
        throw StorageException.failed("create the folder " + folder, e);
      }
      Properties options = new Properties();
      options.setProperty("user", "jxc");
      options.setProperty("password", "");
      return new OwnConnections(url(), options);
    }

    @Override
    public boolean migratesByItself() {
      return true;
    }
  }

  /** A server of the MySQL protocol. */
  record Server(String url, String user, String password) implements ConnectionSource {
    /** Options that make commits wrong when they are otherwise. */
    private static final Map<String, String> REQUIRED =
        Map.of(
            "emulateunsupportedpstmts", "false",
            "useaffectedrows", "false",
            "autoreconnect", "false",
            "jdbccomplianttruncation", "true");

    /** Connector/J as it was measured best; what the address says otherwise stays. */
    Properties options() {
      Map<String, String> options = new LinkedHashMap<>();
      options.put("emulateUnsupportedPstmts", "false");
      options.put("cachePrepStmts", "true");
      // Short texts recur; the server keeps each one parsed, so long ones are not worth their room.
      options.put("prepStmtCacheSize", "250");
      options.put("prepStmtCacheSqlLimit", "16384");
      options.put("useServerPrepStmts", "false");
      options.put("rewriteBatchedStatements", "true");
      // A commit is one message, whatever it consists of; its texts are ours: see Literals.
      options.put("allowMultiQueries", "true");
      options.put("useLocalSessionState", "true");
      options.put("cacheServerConfiguration", "true");
      options.put("elideSetAutoCommits", "true");
      options.put("maintainTimeStats", "false");
      options.put("alwaysSendSetIsolation", "false");
      options.put("connectTimeout", "5000");
      options.put("socketTimeout", "30000");
      options.put("tcpKeepAlive", "true");
      int query = url.indexOf('?');
      String given = query < 0 ? "" : url.substring(query + 1);
      for (String option : given.split("&")) {
        String name = option.split("=", 2)[0];
        String value = option.contains("=") ? option.split("=", 2)[1] : "";
        String required = REQUIRED.get(name.toLowerCase(Locale.ROOT));
        if (required != null && !required.equalsIgnoreCase(value)) {
          throw StorageException.misconfigured(
              name + " must be " + required + ", or commits could be half done");
        }
        options.keySet().removeIf(known -> known.equalsIgnoreCase(name));
      }
      Properties properties = new Properties();
      properties.putAll(options);
      properties.setProperty("user", user);
      properties.setProperty("password", password);
      return properties;
    }

    @Override
    public Connections open() {
      return new OwnConnections(url, options());
    }

    @Override
    public boolean migratesByItself() {
      return false;
    }

    @Override
    public String toString() {
      return url.replaceAll("\\?.*", "");
    }
  }

  /** The host's pool. */
  record Host(DataSource source) implements ConnectionSource {
    @Override
    public Connections open() {
      return new HostConnections(source);
    }

    @Override
    public boolean migratesByItself() {
      return false;
    }
  }
}
