using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Tare.Harnesses;
using Tare.Records;

namespace Tare.App.Cli;

/// <summary>Sends the spans of model calls to a collector, where the environment names one.</summary>
internal static class Telemetry
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string Protocol = "OTEL_EXPORTER_OTLP_PROTOCOL";
    private const int TimeoutMilliseconds = 5000;

    /// <summary>Begins to send; the end of the result sends what is left. <see langword="null"/> where no collector is named.</summary>
    /// <param name="terminal">Its environment names the collector: <c>OTEL_EXPORTER_OTLP_ENDPOINT</c>, <c>_PROTOCOL</c>, <c>_HEADERS</c>.</param>
    /// <exception cref="InputException">The collector's address or protocol is none.</exception>
    public static IDisposable? Start(Terminal terminal)
    {
        ArgumentNullException.ThrowIfNull(terminal);
        if (terminal.Variable(Endpoint) is not { Length: > 0 } text)
        {
            return null;
        }

        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            throw InputException.At(
                $"environment variable {Endpoint}",
                "it is no URL",
                "the collector's address, for example http://localhost:4318",
                "correct or unset it"
            );
        }

        return Build(terminal, address);
    }

    // Apart, so that the libraries are loaded by those who send spans alone.
    private static TracerProvider Build(Terminal terminal, Uri address)
    {
        var grpc = IsGrpc(terminal.Variable(Protocol));
        return Sdk.CreateTracerProviderBuilder()
            .AddSource(ModelSpans.SourceName)
            .ConfigureResource(r => r.AddService("tare", serviceVersion: ProductVersion.Text))
            .AddOtlpExporter(o =>
            {
                o.Endpoint = grpc ? address : new Uri($"{address.ToString().TrimEnd('/')}/v1/traces");
                o.Protocol = grpc ? OtlpExportProtocol.Grpc : OtlpExportProtocol.HttpProtobuf;
                o.Headers = terminal.Variable("OTEL_EXPORTER_OTLP_HEADERS");
                o.TimeoutMilliseconds = TimeoutMilliseconds;
            })
            .Build();
    }

    private static bool IsGrpc(string? protocol) =>
        protocol switch
        {
            null or "" or "http/protobuf" => false,
            "grpc" => true,
            _ => throw InputException.At(
                $"environment variable {Protocol}",
                $"'{protocol}'",
                "http/protobuf, which is the default, or grpc",
                "correct or unset it"
            ),
        };
}
