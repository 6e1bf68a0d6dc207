namespace Tare.Psychometrics;

/// <summary>Items with known parameters, from which abilities are scored and tests are made. Immutable.</summary>
public sealed class ItemBank
{
    private readonly Dictionary<string, int> _indexOf;

    private ItemBank(BankItem[] items)
    {
        Items = items;
        _indexOf = items.Select((item, k) => (item.Id, k)).ToDictionary(p => p.Id, p => p.k, StringComparer.Ordinal);
    }

    /// <summary>The items, ordered by identifier (ordinal).</summary>
    public IReadOnlyList<BankItem> Items { get; }

    /// <summary>Makes a bank; the order of the items does not matter.</summary>
    /// <param name="items">The items, at least one, identifiers distinct.</param>
    /// <exception cref="ArgumentException">An identifier occurs twice, or a parameter is out of its range: a positive and finite, d finite, c in [0, 1).</exception>
    public static ItemBank From(IEnumerable<BankItem> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        var ordered = items.OrderBy(item => item.Id, StringComparer.Ordinal).ToArray();
        if (ordered.Length == 0)
        {
            throw new ArgumentException("An item bank without items; expected at least one.", nameof(items));
        }

        for (var k = 0; k < ordered.Length; k++)
        {
            var (id, parameters, _) = ordered[k];
            if (k > 0 && string.Equals(ordered[k - 1].Id, id, StringComparison.Ordinal))
            {
                throw new ArgumentException($"Item '{id}' occurs twice; expected one set of parameters for each item.", nameof(items));
            }

            var (a, d, c) = parameters;
            if (!(a > 0 && double.IsFinite(a) && double.IsFinite(d) && c >= 0 && c < 1))
            {
                throw new ArgumentException(
                    $"Item '{id}': {parameters}; expected a positive finite slope, a finite intercept and a guessing probability in [0, 1).",
                    nameof(items)
                );
            }
        }

        return new ItemBank(ordered);
    }

    /// <summary>Place of an item in <see cref="Items"/>; -1 if the bank does not know it.</summary>
    /// <param name="id">Identifier of the item.</param>
    public int IndexOf(string id) => _indexOf.GetValueOrDefault(id, -1);

    /// <summary>The parameters by identifier, as <see cref="AbilityScoring"/> takes them.</summary>
    public IReadOnlyDictionary<string, ItemParameters> Parameters() =>
        Items.ToDictionary(item => item.Id, item => item.Parameters, StringComparer.Ordinal);
}
