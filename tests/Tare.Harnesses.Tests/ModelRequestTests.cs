using Tare.Records;

namespace Tare.Harnesses.Tests;

public sealed class ModelRequestTests
{
    private static readonly ModelRequest s_request = new()
    {
        Messages = [new ModelMessage.Instructions("Work."), new ModelMessage.FromUser("ab"), new ModelMessage.FromUser("c")],
    };

    [Fact]
    public void Digest_changes_with_where_one_message_ends()
    {
        var moved = s_request with { Messages = [s_request.Messages[0], new ModelMessage.FromUser("a"), new ModelMessage.FromUser("bc")] };
        moved.Digest().ShouldNotBe(s_request.Digest());
    }

    [Fact]
    public void Digest_changes_with_a_tool_result()
    {
        ModelRequest With(string result) => s_request with { Messages = [.. s_request.Messages, new ModelMessage.FromTool("1", result)] };
        With("out").Digest().ShouldNotBe(With("other").Digest());
    }

    [Fact]
    public void Digest_is_the_same_for_another_limit_of_output() => (
            s_request with
            {
                MaxOutputTokens = 5,
                Configuration = new ModelConfiguration { Temperature = 1 },
            }
        ).Digest().ShouldBe(s_request.Digest());
}
