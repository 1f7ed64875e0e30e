package org.portcullis.dissection;

import java.util.EnumMap;
import java.util.Map;
import org.portcullis.connection.ToolSchemas;

/** Ways to find sub-commands. */
public final class Dissections {

  private Dissections() {}

  /**
   * What this version can take apart: SQL, shell lines, addresses, paths and programs in the
   * arguments of calls. Keep the result: it remembers texts it has read.
   */
  public static Dissection standard() {
    return standard(Catalogue.standard(), new ToolSchemas());
  }

  /**
   * The same with another catalogue, and with what tools declare about their arguments.
   *
   * @param catalogue what is known about tools
   * @param schemas what they declared; looked into at every call
   */
  public static Dissection standard(Catalogue catalogue, ToolSchemas schemas) {
    Map<ArgumentKind, Dissector> dissectors = new EnumMap<>(ArgumentKind.class);
    FileDissector files = new FileDissector();
    HttpDissector addresses = new HttpDissector(files);
    dissectors.put(ArgumentKind.SQL, new SqlDissector());
    dissectors.put(ArgumentKind.SHELL, new ShellDissector());
    dissectors.put(ArgumentKind.HTTP, addresses);
    dissectors.put(ArgumentKind.FILE, files);
    dissectors.put(ArgumentKind.CODE, new CodeDissector(new ProgramDissector(dissectors)));
    dissectors.put(ArgumentKind.RECIPIENT, new RecipientDissector());
    dissectors.put(ArgumentKind.FILE, new LocationDissector(files, addresses));
    return new ArgumentDissection(ArgumentKinds.of(catalogue, schemas), dissectors);
  }
}
