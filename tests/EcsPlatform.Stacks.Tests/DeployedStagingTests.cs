using System.Text;
using EcsPlatform.Plans;
using EcsPlatform.Plans.Files;
using EcsPlatform.Testing;
using EcsPlatform.Testing.Deployed;

namespace EcsPlatform.Stacks.Tests;

/// <summary>The model of a real stack's export keeps what the plan says, under other names.</summary>
public sealed class DeployedStagingTests : IAsyncLifetime
{
    private Plan _plan = null!;
    private Plan _deployed = null!;

    public async Task InitializeAsync()
    {
        _plan = await StackPlans.Staging;
        _deployed = PlanFile.Read(DeployedStack.ExportOf(_plan));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public void It_has_the_same_resources() =>
        _deployed.Resources.Select(resource => (resource.Urn, resource.Parent)).ShouldBe(_plan.Resources.Select(resource => (resource.Urn, resource.Parent)));

    [Fact]
    public void It_has_other_ids_than_the_preview_except_those_that_the_program_gives() =>
        _deployed.Resources.Where(resource => resource.Id is not null).Zip(_plan.Resources.Where(resource => resource.Id is not null))
            .Where(pair => pair.First.Id == pair.Second.Id).Select(pair => pair.First.Type).Distinct()
            .ShouldBe(
                [
                    "aws:cloudwatch/dashboard:Dashboard", "aws:cloudwatch/logResourcePolicy:LogResourcePolicy", "aws:ecs/taskDefinition:TaskDefinition", "aws:route53/record:Record", "aws:route53/zone:Zone",
                ],
                ignoreOrder: true);

    [Fact]
    public void What_refers_to_a_resource_refers_to_it_by_its_new_name()
    {
        var service = _deployed.Only("aws:ecs/service:Service", "staging-viewer");
        var task = _deployed.Only("aws:ecs/taskDefinition:TaskDefinition", "staging-viewer");
        var template = _deployed.Only("aws:ec2/launchTemplate:LaunchTemplate");
        var group = _deployed.Only("aws:autoscaling/group:Group");
        var cluster = _deployed.Only("aws:ecs/cluster:Cluster");
        service.Text("taskDefinition").ShouldBe(task.OutputText("arn"));
        service.Text("cluster").ShouldBe(cluster.Id);
        group.Text("launchTemplate.id").ShouldBe(template.Id);
        group.Text("launchTemplate.version").ShouldBe(template.Output("latestVersion").ShouldBeOfType<PropertyValue.Number>().Value.ToString(
            System.Globalization.CultureInfo.InvariantCulture));
        task.Json("containerDefinitions")[0].GetProperty("logConfiguration").GetProperty("options").GetProperty("awslogs-group").GetString()
            .ShouldBe("/ecs/library-staging");
        Encoding.UTF8.GetString(Convert.FromBase64String(template.Text("userData"))).ShouldContain(cluster.OutputText("name"));
        service.Texts("networkConfiguration.subnets").ShouldBe(
            new[] { "staging-private-1", "staging-private-2" }.Select(name => _deployed.Only("aws:ec2/subnet:Subnet", name).Id));
        var provider = _deployed.Only("pulumi:providers:aws", "eu-west-1");
        service.Provider.ShouldBe($"{provider.Urn}::{provider.Id}");
    }

    [Fact]
    public void It_has_what_engine_and_provider_add()
    {
        var service = _deployed.Only("aws:ecs/service:Service", "staging-viewer");
        service.Texts("__defaults").ShouldBe(["enableExecuteCommand", "name"]);
        service.Text("name").ShouldBe(service.OutputText("name"));
        service.Input("networkConfiguration.__defaults").ShouldBe(new PropertyValue.List([]));
        service.Output("__meta").ShouldNotBeNull();
        service.OutputText("id").ShouldBe(service.Id);
        _deployed.Only("awsx:ec2:Vpc").Output("vpc").ShouldBe(new PropertyValue.Text(_deployed.Only("aws:ec2/vpc:Vpc").Urn));
    }

    [Fact]
    public void It_follows_from_the_plan_alone() => DeployedStack.ExportOf(_plan).ShouldBe(DeployedStack.ExportOf(_plan));
}
