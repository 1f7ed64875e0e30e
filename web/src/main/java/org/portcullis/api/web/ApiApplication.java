package org.portcullis.api.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.portcullis.approval.web.ApprovalsResource;
import org.portcullis.approval.web.GrantsResource;
import org.portcullis.connection.web.ConnectionsResource;
import org.portcullis.masking.web.MaskingResource;
import org.portcullis.policy.web.DecisionsResource;
import org.portcullis.policy.web.PolicyResource;
import org.portcullis.recording.web.EventsResource;
import org.portcullis.session.web.SessionsResource;

/** The admin API. Its classes are named one by one: nothing is served because it was found. */
@ApplicationPath("/api/v1")
@OpenAPIDefinition(
    info =
        @Info(
            title = "Portcullis",
            version = "1",
            description =
                "The admin API of the gate. Every request carries an access token; what it may do"
                    + " is a matter of the roles under the active policy. Errors are problem"
                    + " documents (RFC 9457)."),
    security = @SecurityRequirement(name = "token"))
@SecurityScheme(
    securitySchemeName = "token",
    type = SecuritySchemeType.HTTP,
    scheme = "bearer",
    bearerFormat = "JWT")
public class ApiApplication extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    return ProblemMappers.with(
        RightsFilter.class,
        ConnectionsResource.class,
        PolicyResource.class,
        DecisionsResource.class,
        SessionsResource.class,
        EventsResource.class,
        ApprovalsResource.class,
        GrantsResource.class,
        MaskingResource.class);
  }
}
