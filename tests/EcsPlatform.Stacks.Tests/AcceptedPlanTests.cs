using EcsPlatform.Plans.Files;

namespace EcsPlatform.Stacks.Tests;

public class AcceptedPlanTests
{
    public static TheoryData<string> Stacks => [.. Files];

    // Those of further sandboxes as well.
    private static IEnumerable<string> Files => Directory.EnumerateFiles(ConfigOf.Root, "Pulumi.*.yaml").Select(file => Path.GetFileName(file).Split('.')[1]);

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task The_accepted_plan_is_what_the_stack_deploys(string stack)
    {
        var plan = await StackPlans.AsItIs(stack);
        var name = $"stacks/plans/{stack}.json";
        var refresh = $"{name} is not what the stack deploys. When the change is meant: dotnet run --project src/EcsPlatform.Cli -- accept {stack}";
        var path = Path.Combine(ConfigOf.Root, name);
        File.Exists(path).ShouldBeTrue(refresh);
        (await File.ReadAllTextAsync(path) == AcceptedPlan.Write(plan)).ShouldBeTrue(refresh);
    }

    [Fact]
    public void Every_accepted_plan_is_of_a_stack() =>
        Directory.EnumerateFiles(Path.Combine(ConfigOf.Root, "stacks", "plans")).Select(Path.GetFileNameWithoutExtension)
            .ShouldBe(Files, ignoreOrder: true);
}
