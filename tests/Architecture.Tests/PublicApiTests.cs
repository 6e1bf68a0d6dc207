using System.Reflection;
using Tare.Testing;

namespace Architecture.Tests;

/// <summary>The public surface of each library is a reviewed text: a change shows in the difference.</summary>
public sealed class PublicApiTests
{
    [Theory]
    [InlineData("Numerics")]
    [InlineData("Psychometrics")]
    [InlineData("Records")]
    [InlineData("Analysis")]
    [InlineData("Catalogue")]
    [InlineData("Costs")]
    [InlineData("Dossier")]
    [InlineData("Harnesses")]
    [InlineData("Runner")]
    [InlineData("Sandboxes")]
    [InlineData("Web")]
    public void The_public_surface_is_approved(string project) =>
        Approval.Check(PublicApi.Of(Assembly.LoadFrom(ReferenceTableTests.AssemblyFile(project))), $"Tare.{project}");
}
