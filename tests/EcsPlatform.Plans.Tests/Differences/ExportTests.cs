using EcsPlatform.Plans.Differences;
using EcsPlatform.Plans.Files;

namespace EcsPlatform.Plans.Tests.Differences;

/// <summary>A preview against the exports of real stacks, whose ids, ARNs and generated names are others.</summary>
public class ExportTests
{
    private static readonly Plan Preview = Load("preview");

    [Theory]
    [InlineData("unchanged")]
    [InlineData("show-secrets")]
    [InlineData("pending-operations")]
    public void A_stack_that_is_as_described_shows_nothing(string export) =>
        PlanComparison.Compare(Load(export), Preview, new TestRules()).Changes.Where(change => !change.IsQuiet).Select(change => change.Urn).ShouldBeEmpty();

    [Fact]
    public void A_changed_digest_replaces_the_task_definition_and_updates_the_service() => Lines("digest-changed").ShouldBe([
        "Update aws:ecs/service:Service staging-viewer",
        "  taskDefinition: arn:aws:ecs:eu-west-1:111111111111:task-definition/staging-viewer:33 -> " +
            "arn:aws:ecs:eu-west-1:111111111111:task-definition/staging-viewer:573504, follows from staging-viewer",
        "Replace aws:ecs/taskDefinition:TaskDefinition staging-viewer",
        "  containerDefinitions[viewer].image: " +
            "111111111111.dkr.ecr.eu-west-1.amazonaws.com/library/viewer@sha256:91bc07e45d2f8a3610c9be7745f1d0a2683ec4b95f7a10d8e26b3c49f05d718a -> " +
            "111111111111.dkr.ecr.eu-west-1.amazonaws.com/library/viewer@sha256:3f2a9c51e07bd84466d1a5be90c27f38e4b10d7ac96f52837b1e04d9a8c365f2, replaces",
    ]);

    [Fact]
    public void A_resource_that_is_missing_is_created() => Lines("resource-missing").ShouldBe([
        "Create aws:ec2/routeTableAssociation:RouteTableAssociation staging-private-1",
    ]);

    [Fact]
    public void A_resource_that_somebody_added_is_deleted() => Lines("resource-by-hand").ShouldBe([
        "Delete aws:ec2/securityGroup:SecurityGroup bastion",
    ]);

    [Fact]
    public void A_replaced_subnet_takes_along_what_refers_to_it() => Lines("subnet-replaced").ShouldBe([
        "Replace aws:ec2/routeTableAssociation:RouteTableAssociation staging-private-1",
        "  subnetId: subnet-015d926bb8382f3ac -> subnet-06738ef2ab431f176, replaces, follows from staging-private-1",
        "Replace aws:ec2/subnet:Subnet staging-private-1",
        "  cidrBlock: 10.88.1.0/26 -> 10.88.0.128/26, replaces",
        "Update aws:ecs/service:Service staging-viewer",
        "  networkConfiguration.subnets[0]: subnet-015d926bb8382f3ac -> subnet-06738ef2ab431f176, follows from staging-private-1",
    ]);

    private static IEnumerable<string> Lines(string export)
    {
        var difference = PlanComparison.Compare(Load(export), Preview, new TestRules());
        return difference.Changes.Where(change => change.Operation != Operation.Same).SelectMany(change => (IEnumerable<string>)
        [
            $"{change.Operation} {change.Resource.Type} {change.Resource.Name}",
            .. change.Inputs.Select(input => $"  {input.Path}: {Shown(input.Old)} -> {Shown(input.New)}" +
                $"{(input.Replaces ? ", replaces" : "")}{(input.FollowsFrom is { } urn ? $", follows from {urn.Split("::")[^1]}" : "")}"),
            .. change.Options.Select(option => $"  {option}"),
        ]);
    }

    private static string? Shown(PropertyValue? value) => value is PropertyValue.Text text ? text.Value : value?.ToString();

    private static Plan Load(string name) => PlanFile.Load(Path.Combine(AppContext.BaseDirectory, "Exports", $"{name}.json"));
}
