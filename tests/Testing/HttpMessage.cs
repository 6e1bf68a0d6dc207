using System.Globalization;
using System.Text;

namespace Tare.Testing;

/// <summary>One HTTP/1.1 request, read whole.</summary>
/// <param name="Path">Path without its query.</param>
/// <param name="Headers">Headers by name in lower case.</param>
/// <param name="Body">The body.</param>
public sealed record HttpMessage(string Path, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    internal static async Task<HttpMessage?> ReadAsync(Stream stream, CancellationToken cancel)
    {
        var first = await LineAsync(stream, cancel);
        if (first is null)
        {
            return null;
        }

        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (await LineAsync(stream, cancel) is { Length: > 0 } line)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            headers[line[..colon].ToLowerInvariant()] = line[(colon + 1)..].Trim();
        }

        if (headers.TryGetValue("expect", out var expect) && expect.Equals("100-continue", StringComparison.OrdinalIgnoreCase))
        {
            await stream.WriteAsync("HTTP/1.1 100 Continue\r\n\r\n"u8.ToArray(), cancel);
            await stream.FlushAsync(cancel);
        }

        var chunked = headers.TryGetValue("transfer-encoding", out var encoding) && encoding == "chunked";
        var body = chunked
            ? await ChunksAsync(stream, cancel)
            : await ExactlyAsync(
                stream,
                headers.TryGetValue("content-length", out var length) ? int.Parse(length, CultureInfo.InvariantCulture) : 0,
                cancel
            );
        return new HttpMessage(first.Split(' ')[1].Split('?')[0], headers, body);
    }

    private static async Task<byte[]> ChunksAsync(Stream stream, CancellationToken cancel)
    {
        using var body = new MemoryStream();
        while (true)
        {
            var size = int.Parse(await LineAsync(stream, cancel) ?? "0", NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            body.Write(await ExactlyAsync(stream, size, cancel));
            await LineAsync(stream, cancel);
            if (size == 0)
            {
                return body.ToArray();
            }
        }
    }

    private static async Task<byte[]> ExactlyAsync(Stream stream, int count, CancellationToken cancel)
    {
        var bytes = new byte[count];
        await stream.ReadExactlyAsync(bytes, cancel);
        return bytes;
    }

    private static async Task<string?> LineAsync(Stream stream, CancellationToken cancel)
    {
        var line = new List<byte>();
        var one = new byte[1];
        while (await stream.ReadAsync(one, cancel) == 1)
        {
            if (one[0] == '\n')
            {
                return Encoding.ASCII.GetString([.. line]).TrimEnd('\r');
            }

            line.Add(one[0]);
        }

        return line.Count == 0 ? null : throw new EndOfStreamException();
    }
}
