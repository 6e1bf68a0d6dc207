using System.Text;

namespace Tare.Catalogue.Tests;

/// <summary>Collects complaints under titles into one text for approval.</summary>
internal sealed class Complaints(Workbench bench)
{
    private readonly StringBuilder _text = new();

    public void Add(string title, Action action) =>
        _text.Append("## ").Append(title).Append('\n').Append(bench.Complaint(action)).Append("\n\n");

    public override string ToString() => _text.ToString();
}
