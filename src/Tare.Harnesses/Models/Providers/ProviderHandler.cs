using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Tare.Harnesses;

/// <summary>
/// The one place where a provider's answer comes in: whole and well formed, or as a <see cref="ProviderFault"/>, and without the key in it. So the two
/// vendors' libraries fail in the same way, and neither sees what it would have to guess about.
/// </summary>
internal sealed class ProviderHandler : DelegatingHandler
{
    private const int LargestAnswer = 64 << 20;
    private const int KeepAliveSeconds = 60;

    private readonly ProviderKey _key;
    private readonly string _member;
    private readonly TimeProvider _clock;

    private ProviderHandler(ProviderKey key, string member, TimeProvider clock)
    {
        _key = key;
        _member = member;
        _clock = clock;
    }

    /// <summary>A client without a time limit of its own: deadlines are the caller's.</summary>
    /// <param name="key">What must not come back.</param>
    /// <param name="member">The member that an answer of the protocol has.</param>
    /// <param name="settings">Limits of the provider.</param>
    /// <param name="clock">For a date in <c>Retry-After</c>.</param>
    public static HttpClient Client(ProviderKey key, string member, ModelSettings settings, TimeProvider clock)
    {
        var sockets = new SocketsHttpHandler
        {
            // Following a redirect would carry the key to another host.
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectCallback = ConnectAsync,
            ConnectTimeout = TimeSpan.FromSeconds(30),
            MaxConnectionsPerServer = settings.Concurrency,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            UseCookies = false,
        };
        return new HttpClient(new ProviderHandler(key, member, clock) { InnerHandler = sockets }) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>A connection on which a long silence is not taken for its end: a model may think for minutes before the first byte comes.</summary>
    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
            socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, KeepAliveSeconds);
            socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval, KeepAliveSeconds);
            await socket.ConnectAsync(context.DnsEndPoint, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (_key.Value is null)
        {
            request.Headers.Authorization = null;
        }

        var response = await BeginAsync(request, cancellationToken);
        string body;
        try
        {
            body = _key.Redact(await ReadAsync(response, cancellationToken));
        }
        catch (Exception e) when (e is IOException or HttpRequestException)
        {
            response.Dispose();
            throw ProviderFault.Cut();
        }

        if (response.StatusCode != HttpStatusCode.OK)
        {
            using (response)
            {
                throw Failed((int)response.StatusCode, ErrorOf(body), RetryAfter(response));
            }
        }

        Check(body);
        response.Content = new StringContent(body, Encoding.UTF8, "application/json");
        return response;
    }

    private async Task<HttpResponseMessage> BeginAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        try
        {
            return await base.SendAsync(request, cancel);
        }
        catch (HttpRequestException e)
        {
            throw ProviderFault.Connection(e);
        }
    }

    private static async Task<string> ReadAsync(HttpResponseMessage response, CancellationToken cancel)
    {
        using var stream = await response.Content.ReadAsStreamAsync(cancel);
        using var bytes = new MemoryStream();
        var buffer = new byte[1 << 14];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancel)) > 0)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > LargestAnswer)
            {
                throw ProviderFault.Malformed("it is larger than 64 MiB");
            }
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    private void Check(string body)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(body);
        }
        catch (JsonException)
        {
            throw ProviderFault.Malformed(body.Length == 0 ? "it is empty" : "it is not JSON");
        }

        using (document)
        {
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
            {
                throw ProviderFault.Malformed("it is not a JSON object");
            }

            if (!root.TryGetProperty(_member, out var value) || value.ValueKind != JsonValueKind.Array)
            {
                // Gateways put the fault of a model behind them into a body with status 200.
                throw root.TryGetProperty("error", out _)
                    ? Failed(StatusOf(root), ErrorOf(body), null)
                    : ProviderFault.Malformed($"it has no list '{_member}'");
            }
        }
    }

    private ProviderFault Failed(int status, (string Message, string Code) error, TimeSpan? retryAfter) =>
        status switch
        {
            // The provider's own words about a key often repeat a part of it.
            401 or 403 => new ProviderFault(Text(status), $"status {Text(status)}: {_key} was refused; check {_key.Variable}"),
            >= 300 and < 400 => new ProviderFault(Text(status), $"status {Text(status)}: the address redirects; name the final one"),
            400 or 413 when ContextWords.Match(error.Message, error.Code) => new ProviderFault(
                Text(status),
                $"the conversation does not fit the model's context: {error.Message}"
            )
            {
                ContextIsFull = true,
            },
            _ => new ProviderFault(Text(status), $"status {Text(status)}: {error.Message}")
            {
                Passes = status is 408 or 409 or 425 or >= 500 || (status == 429 && error.Code != "insufficient_quota"),
                RetryAfter = retryAfter,
            },
        };

    private static (string Message, string Code) ErrorOf(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            var error = root.ValueKind == JsonValueKind.Object && root.TryGetProperty("error", out var inner) ? inner : root;
            return error.ValueKind switch
            {
                JsonValueKind.Object => (
                    StringOf(error, "message") ?? error.GetRawText(),
                    StringOf(error, "code") ?? StringOf(error, "type") ?? ""
                ),
                JsonValueKind.String => (error.GetString()!, ""),
                _ => (root.GetRawText(), ""),
            };
        }
        catch (JsonException)
        {
            return (body.Length == 0 ? "no message" : body, "");
        }
    }

    private static int StatusOf(JsonElement root) =>
        root.GetProperty("error") is { ValueKind: JsonValueKind.Object } error
        && error.TryGetProperty("code", out var code)
        && code.ValueKind == JsonValueKind.Number
        && code.TryGetInt32(out var status)
            ? status
            : 500;

    private static string? StringOf(JsonElement value, string name) =>
        value.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String ? member.GetString() : null;

    private TimeSpan? RetryAfter(HttpResponseMessage response)
    {
        if (
            response.Headers.TryGetValues("retry-after-ms", out var values)
            && double.TryParse(values.First(), System.Globalization.CultureInfo.InvariantCulture, out var milliseconds)
            && milliseconds is >= 0 and < int.MaxValue
        )
        {
            return TimeSpan.FromMilliseconds(milliseconds);
        }

        var time = response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - _clock.GetUtcNow(),
            _ => (TimeSpan?)null,
        };
        return time < TimeSpan.Zero ? TimeSpan.Zero : time;
    }

    private static string Text(int status) => status.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
