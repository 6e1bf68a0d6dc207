namespace Tare.Psychometrics;

/// <summary>The responses and the terms laid over them, checked: what both estimators work on. Immutable.</summary>
internal sealed class ManyFacetDesign
{
    private ManyFacetDesign(IReadOnlyList<FacetColumn> columns, int[] successes, int[] trials, DesignTerm[] terms)
    {
        Columns = columns;
        Successes = successes;
        Trials = trials;
        Terms = terms;
        TrialCounts = Array.ConvertAll(trials, n => (double)n);
    }

    internal IReadOnlyList<FacetColumn> Columns { get; }

    /// <summary>k of each response.</summary>
    internal int[] Successes { get; }

    /// <summary>n of each response.</summary>
    internal int[] Trials { get; }

    /// <summary>n of each response, as a number to calculate with.</summary>
    internal double[] TrialCounts { get; }

    internal DesignTerm[] Terms { get; }

    internal int RowCount => Trials.Length;

    /// <summary>Lays the terms over the responses and refuses what no data of this design can tell.</summary>
    /// <exception cref="ArgumentException">A term names a column that is not there, or two terms are the same.</exception>
    /// <exception cref="NotIdentifiedException">A column has one level, the design falls apart, or a term cannot be told from noise or another term.</exception>
    internal static ManyFacetDesign From(IReadOnlyList<FacetColumn> columns, int[] successes, int[] trials, IReadOnlyList<FacetTerm> terms)
    {
        if (trials.Length == 0)
        {
            throw new NotIdentifiedException(
                "There are no responses; a calibration needs at least one. Check what the selection left over."
            );
        }

        if (terms.Count == 0)
        {
            throw new ArgumentException("No terms; expected at least one, for example item.", nameof(terms));
        }

        var used = terms.SelectMany(term => term.Columns).Distinct(StringComparer.Ordinal).Select(name => Find(columns, name)).ToArray();
        foreach (var column in used)
        {
            RequireLevels(column);
        }

        FacetConnectivity.Require(used);
        var laid = terms.Select(term => Lay(term, columns, trials.Length)).ToArray();
        foreach (var term in laid)
        {
            RequireTrials(term, trials);
        }

        Nest(laid);
        return new ManyFacetDesign(used, successes, trials, laid);
    }

    private static FacetColumn Find(IReadOnlyList<FacetColumn> columns, string name) =>
        columns.FirstOrDefault(column => column.Name == name)
        ?? throw new ArgumentException(
            $"A term names the column '{name}'; the columns are {NameList.Of([.. columns.Select(c => c.Name)], 8)}. "
                + "Name one of these, or add the column to the responses."
        );

    private static void RequireLevels(FacetColumn column)
    {
        if (column.Levels.Count < 2)
        {
            throw new NotIdentifiedException(
                $"Column '{column.Name}' has {column.Levels.Count} level ({NameList.Of(column.Levels, 1)}), so its effect cannot be told from "
                    + "the intercept, nor its spread from anything. Leave its terms out, or add responses at a second level."
            );
        }
    }

    private static DesignTerm Lay(FacetTerm term, IReadOnlyList<FacetColumn> columns, int rowCount)
    {
        var parts = term.Columns.Select(name => Find(columns, name)).ToArray();
        var combinations = Enumerable.Range(0, rowCount).Select(row => parts.Select(part => part.LevelOf[row]).ToArray()).ToArray();
        var order = Enumerable.Range(0, rowCount).ToArray();
        Array.Sort(order, (left, right) => combinations[left].AsSpan().SequenceCompareTo(combinations[right]));
        var levelOf = new int[rowCount];
        var labels = new List<IReadOnlyList<string>>();
        for (var k = 0; k < rowCount; k++)
        {
            var combination = combinations[order[k]];
            if (k == 0 || !combination.AsSpan().SequenceEqual(combinations[order[k - 1]]))
            {
                labels.Add([.. parts.Select((part, p) => part.Levels[combination[p]])]);
            }

            levelOf[order[k]] = labels.Count - 1;
        }

        return new DesignTerm(term, levelOf, [.. labels], []);
    }

    /// <summary>One trial at each level leaves nothing to tell the term from the noise of that trial.</summary>
    private static void RequireTrials(DesignTerm term, int[] trials)
    {
        var atLevel = new long[term.Count];
        for (var row = 0; row < trials.Length; row++)
        {
            atLevel[term.LevelOf[row]] += trials[row];
        }

        if (atLevel.All(count => count <= 1))
        {
            throw new NotIdentifiedException(
                $"Term '{term.Term.Name}' has one trial at each of its {term.Count} levels, so its spread cannot be told from chance. "
                    + "Leave it out, or repeat trials."
            );
        }
    }

    private static void Nest(DesignTerm[] terms)
    {
        for (var child = 0; child < terms.Length; child++)
        {
            var parents = new int[]?[terms.Length];
            for (var parent = 0; parent < terms.Length; parent++)
            {
                parents[parent] = parent == child ? null : ParentLevels(terms[child], terms[parent]);
                if (parents[parent] is not null && terms[parent].Count == terms[child].Count)
                {
                    throw new NotIdentifiedException(
                        $"Terms '{terms[child].Term.Name}' and '{terms[parent].Term.Name}' divide the responses in the same way, so their "
                            + "effects cannot be told apart. Keep one of them."
                    );
                }
            }

            terms[child] = terms[child] with { ParentLevels = parents };
        }
    }

    /// <summary>The parent's level at each level of the child, or null where a level of the child meets two of the parent's.</summary>
    private static int[]? ParentLevels(DesignTerm child, DesignTerm parent)
    {
        var levels = new int[child.Count];
        Array.Fill(levels, -1);
        for (var row = 0; row < child.LevelOf.Length; row++)
        {
            ref var level = ref levels[child.LevelOf[row]];
            if (level >= 0 && level != parent.LevelOf[row])
            {
                return null;
            }

            level = parent.LevelOf[row];
        }

        return levels;
    }
}
