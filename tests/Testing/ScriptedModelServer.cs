using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Tare.Testing;

/// <summary>
/// A model server on loopback for tests: OpenAI chat completions under <see cref="OpenAI"/>, Anthropic messages under <see cref="Anthropic"/>, answers
/// in one body. What it says, and how it fails, is up to a callback.
/// </summary>
/// <remarks>It speaks HTTP itself, since a fault such as a body cut in the middle is what a well-behaved server does not do.</remarks>
public sealed class ScriptedModelServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<ScriptedRequest, ScriptedReply> _reply;
    private readonly List<ScriptedRequest> _requests = [];

    /// <summary>Starts it on a free port.</summary>
    /// <param name="reply">What to say to a request. Called by several threads at once; an exception in it becomes a status 418 with its text.</param>
    public ScriptedModelServer(Func<ScriptedRequest, ScriptedReply> reply)
    {
        _reply = reply;
        _listener.Start();
        _ = AcceptAsync();
    }

    /// <summary>Base address for OpenAI clients, with <c>/v1</c>.</summary>
    public Uri OpenAI => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/v1");

    /// <summary>Base address for Anthropic clients.</summary>
    public Uri Anthropic => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>Every request so far, in the order of arrival.</summary>
    public IReadOnlyList<ScriptedRequest> Requests
    {
        get
        {
            lock (_requests)
            {
                return [.. _requests];
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                _ = ServeAsync(client);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // The test ended.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var connection = client;
        try
        {
            client.NoDelay = true;
            using var stream = new BufferedStream(client.GetStream(), 1 << 16);
            while (await HttpMessage.ReadAsync(stream, _stop.Token) is { } message)
            {
                if (!await AnswerAsync(client, stream, message))
                {
                    return;
                }
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // The other side went away, or the test ended.
        }
    }

    /// <summary>Whether the connection may be used again.</summary>
    private async Task<bool> AnswerAsync(TcpClient client, BufferedStream stream, HttpMessage message)
    {
        ScriptedRequest request;
        lock (_requests)
        {
            request = ScriptedRequest.Of(_requests.Count + 1, message);
            _requests.Add(request);
        }

        var reply = Reply(request);
        if (reply.Delay > TimeSpan.Zero)
        {
            await Task.Delay(reply.Delay, _stop.Token);
        }

        if (reply.Fault == ScriptedFault.Hang)
        {
            await Task.Delay(Timeout.Infinite, _stop.Token);
        }

        var body = Encoding.UTF8.GetBytes(ScriptedWire.Body(request, reply));
        var head = new StringBuilder(
            $"HTTP/1.1 {reply.Status} Scripted\r\ncontent-type: application/json\r\ncontent-length: {body.Length}\r\n"
        );
        foreach (var (name, value) in reply.Headers)
        {
            head.Append(name).Append(": ").Append(value).Append("\r\n");
        }

        await stream.WriteAsync(Encoding.ASCII.GetBytes(head.Append("\r\n").ToString()), _stop.Token);
        var cut = reply.Fault == ScriptedFault.Cut;
        await stream.WriteAsync(body.AsMemory(0, cut ? body.Length / 2 : body.Length), _stop.Token);
        await stream.FlushAsync(_stop.Token);
        if (cut)
        {
            // Long enough for the first half to arrive, so that the client sees a body that ends too early and not a refused connection.
            await Task.Delay(20, _stop.Token);
            client.Close();
        }

        return !cut;
    }

    private ScriptedReply Reply(ScriptedRequest request)
    {
        try
        {
            return request.Path switch
            {
                "/v1/chat/completions" or "/v1/messages" => _reply(request),
                _ => ScriptedReply.Failed(404, $"no route {request.Path}"),
            };
        }
        catch (Exception e)
        {
            return ScriptedReply.Failed(418, e.ToString());
        }
    }
}
