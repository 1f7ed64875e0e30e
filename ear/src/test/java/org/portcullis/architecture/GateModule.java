package org.portcullis.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The modules of the build, read from their class folders so that each class is in one of them. */
enum GateModule {
  CORE,
  EJB,
  WEB,
  TOOLS,
  DEMO;

  private static final Map<Set<GateModule>, JavaClasses> READ = new ConcurrentHashMap<>();
  private static final Path BUILD = Path.of("..").toAbsolutePath().normalize();

  /** Where the module's own folder is. */
  Path folder() {
    return BUILD.resolve(name().toLowerCase(Locale.ROOT));
  }

  Path mainClasses() {
    return folder().resolve(Path.of("target", "classes"));
  }

  Path testClasses() {
    return folder().resolve(Path.of("target", "test-classes"));
  }

  Path mainSources() {
    return folder().resolve(Path.of("src", "main", "java"));
  }

  /** The classes of these modules; read once, since reading costs more than every rule together. */
  static JavaClasses read(Set<GateModule> modules) {
    return READ.computeIfAbsent(
        Set.copyOf(modules),
        key ->
            new ClassFileImporter()
                .importPaths(key.stream().map(GateModule::mainClasses).toList()));
  }
}
