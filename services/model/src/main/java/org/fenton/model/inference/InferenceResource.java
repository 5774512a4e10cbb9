package org.fenton.model.inference;

import static org.fenton.model.inference.Tensor.require;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.fenton.model.inference.Metadata.TensorMetadata;
import org.fenton.model.promotion.ServedBundles;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Open Inference Protocol v2, JSON over HTTP: a model is a head or {@value PairsAsked#NAME}, a version is a bundle. */
@Path("/v2")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class InferenceResource {
    private static final Set<String> FIELDS = Set.of("id", "parameters", "inputs", "outputs");

    private final InferenceModels models;
    private final ServedBundles served;
    private final String version;

    InferenceResource(
            InferenceModels models,
            ServedBundles served,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.models = models;
        this.served = served;
        this.version = version;
    }

    /** What the server is. */
    public record ServerMetadata(String name, String version, List<String> extensions) {}

    /** Always true when it is answered. */
    public record Live(boolean live) {}

    /** True when inference can be asked for; otherwise 503. */
    public record Ready(boolean ready) {}

    /** True when this model can be asked; otherwise 404 or 503. */
    public record ModelReady(String name, boolean ready) {}

    /** The shape of a request, for its description alone: it is read by hand, since data nest in any shape. */
    @Schema(name = "InferRequest")
    record InferRequest(String id, Object parameters, List<InputTensor> inputs, List<RequestedOutput> outputs) {}

    /** FP64 or FP32, null for a missing value; BYTES for names. Data flat or nested as the shape. */
    @Schema(name = "InferInput")
    record InputTensor(String name, String datatype, List<Integer> shape, Object parameters, List<Object> data) {}

    /** An output of the model's metadata. */
    @Schema(name = "InferRequestedOutput")
    record RequestedOutput(@JsonProperty(required = true) String name, Object parameters) {}

    @GET
    @NonBlocking
    @Operation(operationId = "inferenceServer", summary = "Name and version of this inference server")
    public ServerMetadata server() {
        return new ServerMetadata("fenton-model", version, List.of());
    }

    @GET
    @NonBlocking
    @Path("/health/live")
    @Operation(operationId = "inferenceLive", summary = "Whether the server is up")
    public Live live() {
        return new Live(true);
    }

    @GET
    @NonBlocking
    @Path("/health/ready")
    @Operation(operationId = "inferenceReady", summary = "Whether a bundle is active; 503 otherwise")
    public Ready ready() {
        served.active();
        return new Ready(true);
    }

    @GET
    @Path("/models/{model}")
    @Operation(
            operationId = "inferenceModel",
            summary = "Tensors, features, units, ranges and missing policy of a model in the active bundle of its kind")
    public Metadata model(@RestPath String model) {
        return metadata(model, null);
    }

    @GET
    @Path("/models/{model}/versions/{version}")
    @Operation(operationId = "inferenceModelVersion", summary = "The same in the bundle of this id")
    public Metadata modelVersion(@RestPath String model, @RestPath("version") String bundle) {
        return metadata(model, bundle);
    }

    @GET
    @Path("/models/{model}/ready")
    @Operation(
            operationId = "inferenceModelReady",
            summary = "Whether a model of the active bundle of its kind can be asked")
    public ModelReady modelReady(@RestPath String model) {
        return new ModelReady(named(model, null), true);
    }

    @GET
    @Path("/models/{model}/versions/{version}/ready")
    @Operation(operationId = "inferenceModelVersionReady", summary = "The same in the bundle of this id")
    public ModelReady modelVersionReady(@RestPath String model, @RestPath("version") String bundle) {
        return new ModelReady(named(model, bundle), true);
    }

    @POST
    @Path("/models/{model}/infer")
    @RequestBody(content = @Content(schema = @Schema(implementation = InferRequest.class)))
    @Operation(
            operationId = "infer",
            summary =
                    "Calibrated probabilities of feature vectors, or of pairs of drugs in cell lines, by the active bundle of the model's kind",
            description =
                    "At most 10000 rows. Names are checked; a vector cannot tell how far its drugs are from training, so nothing is abstained from there. Null in the data of an FP64 output is no number; abstained and reason of pairs-in-lines say why.")
    public InferAnswer infer(@RestPath String model, @NotNull(message = "a body is required") JsonNode request) {
        return answer(model, models.find(model, null), request);
    }

    @POST
    @Path("/models/{model}/versions/{version}/infer")
    @RequestBody(content = @Content(schema = @Schema(implementation = InferRequest.class)))
    @Operation(operationId = "inferVersion", summary = "The same by the bundle of this id")
    public InferAnswer inferVersion(
            @RestPath String model,
            @RestPath("version") String bundle,
            @NotNull(message = "a body is required") JsonNode request) {
        return answer(model, models.find(model, bundle), request);
    }

    private Metadata metadata(String model, @Nullable String bundle) {
        return models.find(model, bundle).metadata(models.versions(model));
    }

    /** The model's name, when it can be asked. */
    private String named(String model, @Nullable String bundle) {
        models.find(model, bundle);
        return model;
    }

    private static InferAnswer answer(String name, Asked model, JsonNode request) {
        require(request.isObject(), "the body is not an object");
        request.fieldNames().forEachRemaining(field -> require(FIELDS.contains(field), "unknown field " + field));
        JsonNode id = request.path("id");
        require(id.isMissingNode() || id.isTextual(), "id is not a text");
        JsonNode parameters = request.path("parameters");
        require(parameters.isMissingNode() || parameters.isObject(), "parameters is not an object");
        require(!parameters.path("binary_data_output").asBoolean(), "binary output is not supported");
        require(request.path("inputs").isArray(), "inputs is not an array of tensors");
        List<Tensor> inputs = new ArrayList<>();
        for (JsonNode input : request.get("inputs")) {
            inputs.add(Tensor.read(input, inputs.size()));
        }
        List<String> wanted = outputs(
                request.path("outputs"),
                model.metadata(List.of()).outputs().stream()
                        .map(TensorMetadata::name)
                        .toList());
        Map<String, InferAnswer.Output> all = model.infer(inputs, parameters).stream()
                .collect(Collectors.toMap(InferAnswer.Output::name, Function.identity()));
        return new InferAnswer(
                name,
                model.version(),
                id.isMissingNode() ? null : id.asText(),
                wanted.stream().map(all::get).toList());
    }

    private static List<String> outputs(JsonNode node, List<String> known) {
        require(node.isMissingNode() || node.isArray(), "outputs is not an array");
        List<String> names = new ArrayList<>();
        for (JsonNode output : node) {
            String name = output.path("name").asText("");
            require(known.contains(name), "no output '" + name + "'; there are " + known);
            require(!output.path("parameters").path("binary_data").asBoolean(), "binary output is not supported");
            names.add(name);
        }
        return names.isEmpty() ? known : names;
    }
}
