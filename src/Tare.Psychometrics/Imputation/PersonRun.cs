namespace Tare.Psychometrics;

/// <summary>A person's responses sorted by benchmark, and the others' responses.</summary>
internal sealed class PersonRun
{
    private PersonRun(List<RunItem> own, List<RunItem> other, List<string> items, ResponseMatrix others)
    {
        Own = own;
        Other = other;
        Items = items;
        Others = others;
    }

    /// <summary>Responses to the benchmark, ordered by item.</summary>
    internal List<RunItem> Own { get; }

    /// <summary>Responses to other benchmarks, ordered by item.</summary>
    internal List<RunItem> Other { get; }

    /// <summary>All items of the benchmark that somebody else has a response to, and the person's own.</summary>
    internal List<string> Items { get; }

    /// <summary>The responses of all other persons.</summary>
    internal ResponseMatrix Others { get; }

    internal static PersonRun Of(ResponseMatrix data, int person, string? benchmark, Func<string, string?> benchmarkOf)
    {
        var (own, other) = (new List<RunItem>(), new List<RunItem>());
        var rest = new List<Response>(data.Count);
        for (var k = 0; k < data.Count; k++)
        {
            var item = data.Items[data.ItemOf[k]];
            if (data.PersonOf[k] != person)
            {
                rest.Add(new Response(data.Persons[data.PersonOf[k]], item, data.Value[k]) { Trials = data.Trials[k] });
                continue;
            }

            Add(IsIn(item) ? own : other, new RunItem(item, data.Value[k], data.Trials[k]));
        }

        return new PersonRun(own, other, [.. data.Items.Where(IsIn)], ResponseMatrix.From(rest));

        // Rows of one item are neighbours; several are further trials of it.
        static void Add(List<RunItem> list, RunItem next)
        {
            if (list.Count > 0 && list[^1].Item == next.Item)
            {
                var (last, trials) = (list[^1], list[^1].Trials + next.Trials);
                next = new RunItem(next.Item, ((last.Value * last.Trials) + (next.Value * next.Trials)) / trials, trials);
                list.RemoveAt(list.Count - 1);
            }

            list.Add(next);
        }

        bool IsIn(string item) => benchmark is null || string.Equals(benchmarkOf(item), benchmark, StringComparison.Ordinal);
    }
}
