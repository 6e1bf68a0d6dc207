namespace Tare.Psychometrics;

/// <summary>
/// Right and wrong as one bit an item, without guessing. Everybody shares the sum of ln(1 - P) over all items; a person's missing items are
/// taken out again. Pays while less than half of the pairs is missing.
/// </summary>
internal sealed class BitRows : PersonRows
{
    private readonly ulong[] _bits;
    private readonly int _words;
    private readonly int _items;
    private readonly int _persons;
    private readonly int[] _missingStart;
    private readonly int[] _missing;

    internal BitRows(int persons, int items, ulong[] bits, int words, int[] missingStart, int[] missing)
    {
        _persons = persons;
        _items = items;
        _bits = bits;
        _words = words;
        _missingStart = missingStart;
        _missing = missing;
    }

    internal override bool SharesBase => true;

    internal override bool NeedsRows => _missing.Length > 0;

    internal override int RowCount => NeedsRows ? _items : 0;

    internal override int PaddedItems => _words * BitKernels.WordBits;

    internal static int Words(int items) => (items + BitKernels.WordBits - 1) / BitKernels.WordBits;

    internal override void BeginGroup(int first, int count, StepTables tables, Span<double> lines) =>
        BitKernels.Sums(_bits.AsSpan(first * _words, BitKernels.Together * _words), tables.A, tables.D, lines);

    internal override double Fill(int person, double slope, int start, Span<double> log, StepTables tables)
    {
        var most = GridKernels.Line(tables.Base.AsSpan(start, log.Length), tables.Grid.Points.AsSpan(start, log.Length), slope, log);
        var missing = Missing(person);
        if (missing.IsEmpty)
        {
            return most;
        }

        foreach (var item in missing)
        {
            GridKernels.Subtract(log, tables.Row(item, start, log.Length));
        }

        return GridKernels.Largest(log);
    }

    internal override void AddRight(int first, int count, ReadOnlySpan<double> values, ChunkSums sums) =>
        BitKernels.Scatter(_bits.AsSpan(first * _words, BitKernels.Together * _words), values, sums.Right);

    internal override void AddMass(int person, int start, ReadOnlySpan<double> posterior, double scale, ChunkSums sums)
    {
        foreach (var item in Missing(person))
        {
            GridKernels.Add(sums.Row(item, start, posterior.Length), posterior, scale);
        }
    }

    internal override ReadOnlySpan<double> ItemMass(int item, ChunkSums sums, Span<double> buffer)
    {
        if (!NeedsRows)
        {
            return sums.Mass;
        }

        sums.Mass.CopyTo(buffer);
        GridKernels.Subtract(buffer, sums.Row(item, 0, buffer.Length));
        return buffer;
    }

    internal override void ForEach(int person, AnswerVisitor visit)
    {
        var missing = Missing(person);
        var next = 0;
        for (var item = 0; item < _items; item++)
        {
            if (next < missing.Length && missing[next] == item)
            {
                next++;
                continue;
            }

            visit(item, (_bits[(person * _words) + (item / BitKernels.WordBits)] >> (item % BitKernels.WordBits)) & 1, 1);
        }
    }

    internal override double AnswerCount(int person) => _items - Missing(person).Length;

    /// <summary>The last group may hold persons that do not exist; they have no bits and no missing items.</summary>
    private ReadOnlySpan<int> Missing(int person) =>
        person < _persons ? _missing.AsSpan(_missingStart[person], _missingStart[person + 1] - _missingStart[person]) : [];
}
