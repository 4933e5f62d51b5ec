using System.Collections.Immutable;
using EcsPlatform.Plans.Files;

namespace EcsPlatform.Plans.Tests.Files;

public class ExportTests
{
    private const string Urn = "urn:pulumi:staging::ecs-platform::";
    private const string Workload = Urn + "ecs-platform:workloads:EcsWorkload$";
    private const string Vpc = Urn + "ecs-platform:networking:BaseNetwork$awsx:ec2:Vpc";

    [Fact]
    public void An_export_is_of_the_stack_and_project_that_its_URNs_name()
    {
        var plan = Exports.Load("unchanged");
        plan.Stack.ShouldBe("staging");
        plan.Project.ShouldBe("ecs-platform");
        plan.Root.Name.ShouldBe("ecs-platform-staging");
        plan.PendingOperations.ShouldBeEmpty();
        plan.Resources.Length.ShouldBe(18);
        plan.Resources.Select(resource => resource.Urn).ShouldBeInOrder(SortDirection.Ascending, StringComparer.Ordinal);
    }

    [Fact]
    public void A_resource_has_all_that_the_export_says_of_it()
    {
        var service = Exports.Load("unchanged").Resources.Single(resource => resource.Type == "aws:ecs/service:Service");
        service.Urn.ShouldBe($"{Workload}aws:ecs/service:Service::staging-viewer");
        service.Name.ShouldBe("staging-viewer");
        service.Custom.ShouldBeTrue();
        service.Id.ShouldBe("arn:aws:ecs:eu-west-1:111111111111:service/staging-da6ec12/staging-viewer-a50ff67");
        service.Parent.ShouldBe($"{Urn}ecs-platform:workloads:EcsWorkload::staging-viewer");
        service.Provider.ShouldBe($"{Urn}pulumi:providers:aws::eu-west-1::94a239b1-7d66-449d-aab5-1e153fb5a644");
        service.Dependencies.ShouldBe(
        [
            $"{Urn}ecs-platform:clusters:EcsCluster$aws:ecs/cluster:Cluster::staging",
            $"{Vpc}::staging",
            $"{Workload}aws:ec2/securityGroup:SecurityGroup::staging-viewer-task",
            $"{Workload}aws:ecs/taskDefinition:TaskDefinition::staging-viewer",
        ]);
        service.PropertyDependencies.Keys.ShouldBe(["cluster", "networkConfiguration", "taskDefinition"]);
        service.CustomTimeouts.ShouldBe(new PlannedTimeouts(TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(15), null));
        service.Inputs.Entries["name"].ShouldBe(new PropertyValue.Text("staging-viewer-a50ff67"));
        service.Inputs.Entries["__defaults"].ShouldBe(new PropertyValue.List([new PropertyValue.Text("enableExecuteCommand"), new PropertyValue.Text("name")]));
    }

    [Fact]
    public void A_component_hands_out_resources_by_URN()
    {
        var vpc = Exports.Load("unchanged").Resources.Single(resource => resource.Type == "awsx:ec2:Vpc");
        vpc.Custom.ShouldBeFalse();
        vpc.Id.ShouldBeNull();
        vpc.Outputs.Entries["vpc"].ShouldBe(new PropertyValue.Text($"{Vpc}$aws:ec2/vpc:Vpc::staging"));
        vpc.Outputs.Entries["vpc"].ShouldBe(Exports.Load("preview").Resources.Single(resource => resource.Urn == vpc.Urn).Outputs.Entries["vpc"]);
    }

    [Fact]
    public void Every_export_differs_from_the_unchanged_one_as_its_name_says()
    {
        Difference("digest-changed").ShouldBe(["aws:ecs/taskDefinition:TaskDefinition staging-viewer: containerDefinitions"]);
        Difference("resource-missing").ShouldBe(["aws:ec2/routeTableAssociation:RouteTableAssociation staging-private-1: missing"]);
        Difference("resource-by-hand").ShouldBe(["aws:ec2/securityGroup:SecurityGroup bastion: added"]);
        Difference("subnet-replaced").ShouldBe(["aws:ec2/subnet:Subnet staging-private-1: cidrBlock", "awsx:ec2:Vpc staging: subnetSpecs"]);
        Difference("pending-operations").ShouldBeEmpty();
        Difference("show-secrets").ShouldBe(["aws:ssm/parameter:Parameter staging-viewer-password: value"]);
    }

    [Fact]
    public void What_an_interrupted_update_left_is_reported()
    {
        var plan = Exports.Load("pending-operations");
        plan.PendingOperations.ShouldBe(
        [
            new PendingOperation("creating", $"{Workload}aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule::staging-viewer-task-https"),
            new PendingOperation("initializing", $"{Workload}aws:ecs/service:Service::staging-viewer"),
            new PendingOperation("deleting", $"{Workload}aws:ecs/taskDefinition:TaskDefinition::staging-viewer"),
        ]);
        plan.Resources.Select(resource => resource.Urn).ShouldBe(Exports.Load("unchanged").Resources.Select(resource => resource.Urn));
    }

    [Fact]
    public void A_resource_that_was_deleted_before_its_replacement_was_made_is_not_there()
    {
        var plan = PlanFile.Read("""
            {"version":3,"deployment":{"resources":[
              {"urn":"urn:pulumi:s::p::a:b:C::a","type":"a:b:C","pendingReplacement":true},
              {"urn":"urn:pulumi:s::p::a:b:C::b","type":"a:b:C"}]}}
            """);
        plan.Resources.Select(resource => resource.Name).ShouldBe(["b"]);
        plan.PendingOperations.ShouldBe([new PendingOperation("replacing", "urn:pulumi:s::p::a:b:C::a")]);
    }

    [Fact]
    public void A_shown_secret_is_not_kept()
    {
        const string shown = "correct horse battery staple";
        File.ReadAllText(Exports.PathOf("show-secrets")).ShouldContain(shown);
        var plan = Exports.Load("show-secrets");
        PlanFile.Write(plan).ShouldNotContain(shown);
        Password(plan).Mark.ShouldMatch(@"^\[secret [0-9a-f]{8}\]$");
        Password(Exports.Load("unchanged")).Mark.ShouldBe("[secret]");
    }

    [Theory]
    [InlineData("unchanged")]
    [InlineData("pending-operations")]
    [InlineData("show-secrets")]
    public void What_was_read_of_an_export_can_be_accepted_and_read_again(string name)
    {
        var plan = Exports.Load(name);
        SamePlan.Check(PlanFile.Read(AcceptedPlan.Write(plan)), plan);
    }

    private static PropertyValue.Secret Password(Plan plan) => (PropertyValue.Secret)plan.Resources
        .Single(resource => resource.Type == "aws:ssm/parameter:Parameter").Inputs.Entries["value"];

    private static ImmutableArray<string> Difference(string name)
    {
        var before = Exports.Load("unchanged").Resources.ToDictionary(resource => resource.Urn);
        var after = Exports.Load(name).Resources.ToDictionary(resource => resource.Urn);
        return
        [
            .. before.Values.Where(resource => !after.ContainsKey(resource.Urn)).Select(resource => $"{resource.Type} {resource.Name}: missing")
                .Concat(after.Values.Where(resource => !before.ContainsKey(resource.Urn)).Select(resource => $"{resource.Type} {resource.Name}: added"))
                .Concat(after.Values.Where(resource => before.ContainsKey(resource.Urn)).SelectMany(resource => resource.Inputs.Entries
                    .Where(entry => !entry.Value.Equals(before[resource.Urn].Inputs.Entries[entry.Key]))
                    .Select(entry => $"{resource.Type} {resource.Name}: {entry.Key}")))
                .Order(StringComparer.Ordinal),
        ];
    }
}
