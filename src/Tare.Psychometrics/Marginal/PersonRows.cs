namespace Tare.Psychometrics;

/// <summary>The responses in the layout that the E-step reads. Immutable; used by several threads.</summary>
internal abstract class PersonRows
{
    /// <summary>Numbers that <see cref="BeginGroup"/> needs as scratch.</summary>
    internal const int GroupScratch = 2 * BitKernels.Together;

    /// <summary>Whether <see cref="StepTables.Base"/> holds the sum over all items.</summary>
    internal abstract bool SharesBase { get; }

    /// <summary>Whether <see cref="StepTables.Rows"/> is read.</summary>
    internal abstract bool NeedsRows { get; }

    /// <summary>Rows of the tables and of the masses: none, one an item, or one for each answer of each item.</summary>
    internal abstract int RowCount { get; }

    /// <summary>Length of the item vectors.</summary>
    internal abstract int PaddedItems { get; }

    /// <summary>Multiplier of θ and constant in the log-likelihood of each person of a group: slope, constant, slope, constant ...</summary>
    internal abstract void BeginGroup(int first, int count, StepTables tables, Span<double> lines);

    /// <summary>ln of prior times likelihood at the points from start on, up to the constant of the person; returns the largest.</summary>
    internal abstract double Fill(int person, double slope, int start, Span<double> log, StepTables tables);

    /// <summary>Adds right answers times value to <see cref="ChunkSums.Right"/> for a group.</summary>
    internal abstract void AddRight(int first, int count, ReadOnlySpan<double> values, ChunkSums sums);

    /// <summary>Adds a posterior, already scaled by the person's frequency, to the row masses.</summary>
    internal abstract void AddMass(int person, int start, ReadOnlySpan<double> posterior, double scale, ChunkSums sums);

    /// <summary>The mass at each point of the persons who answered an item.</summary>
    /// <param name="item">The item.</param>
    /// <param name="sums">All chunks together.</param>
    /// <param name="buffer">Scratch, as long as the grid.</param>
    internal abstract ReadOnlySpan<double> ItemMass(int item, ChunkSums sums, Span<double> buffer);

    /// <summary>Each answer of a person in turn: item, right answers and trials (both times importance).</summary>
    internal abstract void ForEach(int person, AnswerVisitor visit);

    /// <summary>How many trials the person has, each answer of importance counting as its trials.</summary>
    internal abstract double AnswerCount(int person);

    /// <summary>Sums of right answers and of trials, both times importance.</summary>
    internal (double Right, double Trials) Totals(int person)
    {
        var (right, trials) = (0.0, 0.0);
        ForEach(
            person,
            (_, r, n) =>
            {
                right += r;
                trials += n;
            }
        );
        return (right, trials);
    }
}
