using System.Security.Cryptography;
using System.Text;
using Tare.Records;

namespace Tare.Runner;

/// <summary>
/// The order in which attempts begin: shuffled, so that a provider's bad hour or an end before the end does not fall on one model or one pack.
/// </summary>
/// <remarks>
/// By SHA-256 of <c>order/SEED/ATTEMPT</c>: a uniformly random order that depends on the seed and on each attempt's name alone, so that a plan with one
/// more model keeps the order of the others.
/// </remarks>
internal static class AttemptOrder
{
    public static IReadOnlyList<AttemptKey> Of(IEnumerable<AttemptKey> keys, string seed) =>
        [
            .. keys.OrderBy(
                k => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"order/{seed}/{k.Id}"))),
                StringComparer.Ordinal
            ),
        ];
}
