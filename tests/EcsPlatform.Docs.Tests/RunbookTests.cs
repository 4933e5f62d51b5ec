using System.Globalization;
using System.Text.Json.Nodes;
using EcsPlatform.Plans;
using EcsPlatform.Plans.Differences;
using EcsPlatform.Plans.Files;
using EcsPlatform.Preview.Rules;
using EcsPlatform.Testing;
using EcsPlatform.Tests;

namespace EcsPlatform.Docs.Tests;

/// <summary>What stands there when somebody has done what a runbook says.</summary>
public class RunbookTests
{
    private const string Service = "aws:ecs/service:Service";

    [Fact]
    public void The_smallest_stack_is_one_service_and_what_it_stands_on()
    {
        using var run = Done("getting-started");

        var plan = PlanOf(run, "demo");
        plan.Only("aws:ecs/cluster:Cluster").Name.ShouldBe("demo");
        plan.Only("aws:lb/loadBalancer:LoadBalancer").Name.ShouldBe("demo");
        plan.Only("aws:ecs/capacityProvider:CapacityProvider").Name.ShouldBe("demo");
        plan.Only(Service).Name.ShouldBe("demo-welcome");
        plan.All("aws:ec2/natGateway:NatGateway").Count.ShouldBe(1);
        plan.All("aws:acm/certificate:Certificate").Count.ShouldBe(2);
        plan.All("aws:acm/certificateValidation:CertificateValidation").Count.ShouldBe(2);
        plan.All("aws:lambda/function:Function").ShouldBeEmpty();
        plan.Resources.ShouldAllBe(resource => !resource.Protect);

        var container = plan.Only("aws:ecs/taskDefinition:TaskDefinition").Json("containerDefinitions")[0];
        container.GetProperty("image").GetString()
            .ShouldBe("111111111111.dkr.ecr.eu-west-1.amazonaws.com/demo/welcome@sha256:3f2a9c51e07bd84466d1a5be90c27f38e4b10d7ac96f52837b1e04d9a8c365f2");
        container.GetProperty("readonlyRootFilesystem").GetBoolean().ShouldBeTrue();
        plan.Only(Service).Number("desiredCount").ShouldBe(1);
        plan.Only(Service).Flag("waitForSteadyState").ShouldBeTrue();
        plan.Only("aws:cloudfront/distribution:Distribution", "demo-welcome").Texts("aliases").ShouldBe(["demo-welcome.demo.example.org"]);

        File.ReadAllText(run.At("schemas/stack.schema.json")).ShouldContain("\"ecs-platform:welcome\": {");
        File.ReadAllText(run.At("docs/configuration.md")).ShouldContain("## welcome");
        run.Run("preview", "demo", "--expect", "none").ExitCode.ShouldBe(0);
    }

    /// <summary>The page's image is one for the page's service: a port that no other user than root may take is not asked for, and nothing is written.</summary>
    [Fact]
    public void The_image_of_the_smallest_stack_serves_what_its_service_asks_for()
    {
        var page = DocPage.All.Single(page => page.Name == "docs/runbooks/getting-started.md");
        var port = page.Blocks.SelectMany(block => block.Lines).Single(line => line.Contains("const int Port = ", StringComparison.Ordinal)).Split(" = ")[1].TrimEnd(';');
        var image = page.Blocks.Single(block => block.Language == "dockerfile").Lines;

        port.ShouldBe("8080");
        image.ShouldContain($"EXPOSE {port}");
        image.ShouldContain($"CMD [\"python\", \"-B\", \"-m\", \"http.server\", \"{port}\", \"--directory\", \"/site\"]");
        image.ShouldContain("COPY --chmod=444 <<EOF /site/index.html");
        image.ShouldContain("USER 65534:65534");
    }

    [Fact]
    public void A_new_stack_without_what_every_stack_has_is_found()
    {
        using var run = Done("getting-started");

        var demo = File.ReadAllText(run.At("Pulumi.demo.yaml"));
        File.WriteAllText(run.At("Pulumi.demo.yaml"), demo.Replace("  ecs-platform:dns:", "  ecs-platform:names:", StringComparison.Ordinal));
        DeclaredKeys.Missing(run.At("")).ShouldBe(["Pulumi.demo.yaml: no ecs-platform:dns, which Pulumi.yaml declares without a value"]);
        File.WriteAllText(run.At("Pulumi.demo.yaml"), demo.Replace("  pulumi:disable-default-providers: [aws]\n", "", StringComparison.Ordinal));
        Complaints(run).ShouldBe(["Pulumi.demo.yaml.config.pulumi:disable-default-providers: required"]);
    }

    [Fact]
    public void A_stack_s_file_that_a_page_shows_leaves_no_resource_to_a_default_provider()
    {
        var files = DocPage.All.SelectMany(page => page.Blocks).Where(block => block.Language == "yaml" && block.Lines.Contains("config:")).ToList();
        files.ShouldNotBeEmpty();
        files.ShouldAllBe(file => file.Lines.Contains("  pulumi:disable-default-providers: [aws]"));
    }

    [Fact]
    public void A_further_sandbox_and_another_environment_are_there()
    {
        using var run = Done("new-environment");

        var sandbox = PlanOf(run, "sandbox-2");
        sandbox.Only("aws:ecs/cluster:Cluster").Name.ShouldBe("ben-sandbox-2");
        sandbox.All(Service).Select(service => service.Name).Order(StringComparer.Ordinal)
            .ShouldBe(["ben-sandbox-2-content-loader", "ben-sandbox-2-search", "ben-sandbox-2-services", "ben-sandbox-2-viewer"]);
        PlanFile.Write(sandbox).ShouldNotContain("anna");

        var training = PlanOf(run, "training");
        training.All(Service).Select(service => service.Name).Order(StringComparer.Ordinal).ShouldBe(["training-search", "training-viewer"]);
        training.All("aws:scheduler/schedule:Schedule").Count.ShouldBe(3);

        File.ReadAllText(run.At(".github/workflows/deploy.yml")).ShouldContain("sandbox-2");
    }

    [Fact]
    public void A_new_service_is_added_and_nothing_else_changes()
    {
        using var run = Done("new-service");

        var (before, after) = (PlanFile.Load(Path.Combine(RepositoryFolder.Path, "stacks", "plans", "staging.json")), PlanOf(run, "staging"));
        var changes = PlanComparison.Compare(before, after, ResourceRules.Instance).Changes
            .Where(change => change.Operation != Operation.Same && change.Resource.Type.StartsWith("aws:", StringComparison.Ordinal)).ToList();
        changes.ShouldAllBe(change => change.Operation == Operation.Create && change.Resource.Name.StartsWith("staging-", StringComparison.Ordinal));
        after.Only(Service, "staging-catalogue").Number("desiredCount").ShouldBe(1);
        after.Only("aws:cloudfront/distribution:Distribution", "staging-catalogue").Texts("aliases").ShouldBe(["staging-catalogue.library.example.org"]);

        var container = after.Only("aws:ecs/taskDefinition:TaskDefinition", "staging-catalogue").Json("containerDefinitions")[0];
        container.GetProperty("memory").GetInt32().ShouldBe(512);
        container.GetProperty("secrets")[0].GetProperty("name").GetString().ShouldBe("DATABASE_PASSWORD");
        File.ReadAllText(run.At("schemas/stack.schema.json")).ShouldContain("\"ecs-platform:catalogue\": {");
    }

    [Fact]
    public void A_version_arrives_in_live_as_it_was_in_staging()
    {
        using var run = Done("deploy");

        foreach (var stack in new[] { "staging", "live" })
        {
            var text = File.ReadAllText(run.At($"Pulumi.{stack}.yaml"));
            text.ShouldContain("viewer: library/viewer@sha256:9b0f6a1dc4e2837f5a60b1c9d8e7f42315a6b7c8d9e0f1a2b3c4d5e6f7081920\n");
            text.ShouldContain("version: QmZ8sVt1xYw3uKp5nRc7oLd9eJf2gHb4\n");
        }
    }

    [Fact]
    public void What_goes_on_costing_is_what_the_accepted_plans_have()
    {
        var page = DocPage.All.Single(page => page.Name == "docs/runbooks/nightly.md");
        var (sandbox, test) = (Accepted("sandbox"), Accepted("test"));

        foreach (var (row, type) in new[]
        {
            ("load balancer", "aws:lb/loadBalancer:LoadBalancer"),
            ("NAT gateway", "aws:ec2/natGateway:NatGateway"),
            ("web ACLs", "aws:wafv2/webAcl:WebAcl"),
            ("KMS keys", "aws:kms/key:Key"),
            ("EFS file systems", "aws:efs/fileSystem:FileSystem"),
            ("dashboards", "aws:cloudwatch/dashboard:Dashboard"),
        })
        {
            var cells = page.Prose.Single(line => line.Line.StartsWith($"| {row}", StringComparison.Ordinal)).Line.Split('|');
            cells[2..4].Select(cell => int.Parse(cell.Trim().Split(',')[0], CultureInfo.InvariantCulture))
                .ShouldBe([sandbox.All(type).Count, test.All(type).Count], row);
        }

        foreach (var key in sandbox.All("aws:kms/key:Key").Concat(test.All("aws:kms/key:Key")))
        {
            key.Number("deletionWindowInDays").ShouldBe(30);
        }

        sandbox.All("aws:efs/fileSystem:FileSystem").Where(system => system.Input("provisionedThroughputInMibps") is not null)
            .ShouldHaveSingleItem().Number("provisionedThroughputInMibps").ShouldBe(3);
    }

    private static PageRun Done(string runbook)
    {
        var run = new PageRun(DocPage.All.Single(page => page.Name == $"docs/runbooks/{runbook}.md"));
        run.Failures().ShouldBeEmpty();
        DeclaredKeys.Missing(run.At("")).ShouldBeEmpty();
        Complaints(run).ShouldBeEmpty();
        return run;
    }

    // What editors say of the stacks' files.
    private static IEnumerable<string> Complaints(PageRun run)
    {
        var schema = JsonNode.Parse(File.ReadAllText(run.At("schemas/stack.schema.json")))!;
        return Directory.EnumerateFiles(run.At(""), "Pulumi.*.yaml")
            .SelectMany(file => SchemaCheck.Problems(schema, YamlFile.Parse(File.ReadAllText(file)), Path.GetFileName(file)));
    }

    private static Plan PlanOf(PageRun run, string stack) => PlanFile.Load(run.At($"stacks/plans/{stack}.json"));

    private static Plan Accepted(string stack) => PlanFile.Load(Path.Combine(RepositoryFolder.Path, "stacks", "plans", $"{stack}.json"));
}
