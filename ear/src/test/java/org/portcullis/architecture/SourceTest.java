package org.portcullis.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.portcullis.architecture.planted.habits.Careless;
import org.portcullis.architecture.planted.habits.Forgotten;

/** What stands in the sources and in the tests, where the rules about classes cannot see it. */
class SourceTest {

  private static final int LONGEST_CLASS = 250;
  private static final Set<String> TESTS =
      Set.of(
          "Test",
          "ParameterizedTest",
          "RepeatedTest",
          "TestFactory",
          "TestTemplate",
          "Property",
          "Example");

  @Test
  void everyPackageSaysWhatBelongsThere() {
    assertThat(sourceFolders().filter(folder -> !saysWhatBelongsThere(folder))).isEmpty();
  }

  @Test
  void noClassIsTooLongToRead() {
    assertThat(sources().filter(file -> linesOfClass(file) > LONGEST_CLASS)).isEmpty();
  }

  @Test
  void everyTestHasANameThatTheBuildRuns() {
    assertThat(testsThatNobodyRuns(testClasses())).isEmpty();
  }

  @Test
  void seesATestThatNobodyRuns() {
    assertThat(testsThatNobodyRuns(new ClassFileImporter().importClasses(Forgotten.class)))
        .containsExactly(Forgotten.class.getName());
  }

  @Test
  void noTestSleeps() {
    assertThat(sleepers(testClasses())).isEmpty();
  }

  @Test
  void seesASleeper() {
    assertThat(sleepers(new ClassFileImporter().importClasses(Careless.class)))
        .containsExactly(Careless.class.getName());
  }

  private static boolean saysWhatBelongsThere(Path folder) {
    Path file = folder.resolve("package-info.java");
    return Files.isRegularFile(file)
        && read(file).contains("/**")
        && read(file).contains("NullMarked");
  }

  /** Counted from the type's own line: imports and the package do not make a class long. */
  private static long linesOfClass(Path file) {
    List<String> lines = read(file).lines().toList();
    return lines.size() - lines.stream().takeWhile(SourceTest::isBeforeTheType).count();
  }

  private static boolean isBeforeTheType(String line) {
    return !line.matches(
        "(public |abstract |final |sealed |non-sealed )*(class|record|interface|enum|@interface) .*");
  }

  private static List<String> testsThatNobodyRuns(JavaClasses classes) {
    return classes.stream()
        .filter(type -> type.getMethods().stream().anyMatch(SourceTest::isTest))
        .map(SourceTest::outermost)
        .filter(type -> !type.getSimpleName().matches(".*(Test|IT|E2E|Contract)"))
        .map(JavaClass::getName)
        .distinct()
        .toList();
  }

  private static boolean isTest(JavaMethod method) {
    return method.getAnnotations().stream()
        .map(annotation -> annotation.getRawType().getSimpleName())
        .anyMatch(TESTS::contains);
  }

  private static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(SourceTest::outermost).orElse(type);
  }

  private static List<String> sleepers(JavaClasses classes) {
    return classes.stream()
        .filter(
            type ->
                type.getMethodCallsFromSelf().stream()
                    .anyMatch(
                        call ->
                            call.getTargetOwner().isEquivalentTo(Thread.class)
                                && call.getName().equals("sleep")))
        .map(JavaClass::getName)
        .toList();
  }

  /** The test classes of every module, the planted ones left out. */
  private static JavaClasses testClasses() {
    Stream<Path> modules = Arrays.stream(GateModule.values()).map(GateModule::testClasses);
    Stream<Path> here = Stream.of(Path.of("target", "test-classes"));
    return new ClassFileImporter()
        .withImportOption(location -> !location.contains("/architecture/planted/"))
        .importPaths(Stream.concat(modules, here).filter(Files::isDirectory).toList());
  }

  private static Stream<Path> sourceFolders() {
    return sources().map(Path::getParent).distinct();
  }

  private static Stream<Path> sources() {
    return Arrays.stream(GateModule.values())
        .map(GateModule::mainSources)
        .filter(Files::isDirectory)
        .flatMap(SourceTest::filesBelow)
        .filter(file -> file.toString().endsWith(".java"));
  }

  private static Stream<Path> filesBelow(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
