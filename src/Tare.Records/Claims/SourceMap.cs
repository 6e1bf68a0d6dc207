namespace Tare.Records;

/// <summary>Where each entry of a dossier, and each of its fields, stands in its file.</summary>
/// <remarks>An address is <c>list/id</c> or <c>list/id/field</c>, for example <c>claims/c21/stance</c>.</remarks>
public sealed class SourceMap
{
    private readonly Lazy<IReadOnlyDictionary<string, SourcePosition>> _positions;

    /// <summary>A map of known places.</summary>
    /// <param name="positions">Place by address.</param>
    public SourceMap(IReadOnlyDictionary<string, SourcePosition> positions)
        : this(() => positions) { }

    /// <summary>A map that is made when the first place is asked for: a file without a fault never needs it.</summary>
    /// <param name="positions">Gives place by address.</param>
    public SourceMap(Func<IReadOnlyDictionary<string, SourcePosition>> positions) =>
        _positions = new Lazy<IReadOnlyDictionary<string, SourcePosition>>(positions);

    /// <summary>A map that knows no place.</summary>
    public static SourceMap Empty { get; } = new(new Dictionary<string, SourcePosition>(StringComparer.Ordinal));

    /// <summary>How many places are known.</summary>
    public int Count => _positions.Value.Count;

    /// <summary>The place of an address, or of the nearest part that contains it; <see langword="null"/> where nothing is known of it.</summary>
    /// <param name="address">For example <c>claims/c21/stance</c>.</param>
    public SourcePosition? Find(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        for (var part = address; ; )
        {
            if (_positions.Value.TryGetValue(part, out var position))
            {
                return position;
            }

            var slash = part.LastIndexOf('/');
            if (slash < 0)
            {
                return null;
            }

            part = part[..slash];
        }
    }
}
