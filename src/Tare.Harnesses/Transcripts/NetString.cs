using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Tare.Harnesses;

/// <summary>Texts in a hash, each with its length before it, so that no two lists of texts give the same bytes: <c>3:abc,</c>.</summary>
internal static class NetString
{
    /// <summary>Adds the number of UTF-8 bytes in decimal, a colon, the bytes and a comma.</summary>
    public static void Append(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        hash.AppendData(Encoding.ASCII.GetBytes(bytes.Length.ToString(CultureInfo.InvariantCulture) + ":"));
        hash.AppendData(bytes);
        hash.AppendData(","u8);
    }
}
