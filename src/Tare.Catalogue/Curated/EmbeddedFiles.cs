namespace Tare.Catalogue;

/// <summary>The files of <c>data/</c> and <c>methods/</c> inside the assembly.</summary>
internal sealed class EmbeddedFiles : ICuratedFiles
{
    public Stream Open(string name) =>
        typeof(EmbeddedFiles).Assembly.GetManifestResourceStream($"data/{name}")
        ?? throw new InvalidOperationException($"The resource data/{name} is not in the assembly.");
}
