namespace EcsPlatform.Cli.Tests;

/// <summary>What the program shows of a stack in which nothing is wrong.</summary>
public sealed class PreviewTests : IDisposable
{
    private readonly TestProject _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public void Text_begins_with_stack_and_packages_and_ends_with_outputs_and_tally()
    {
        var lines = Lines(_project.Preview("staging"));
        lines[0].ShouldBe("Stack     staging (Pulumi.staging.yaml)");
        lines[1].ShouldMatch("^Packages  (official|stand-in), (as forced by PulumiPackages|.*first restore.*)$");
        var outputs = lines.SkipWhile(line => line != "Outputs").Skip(1).TakeWhile(line => line.Length > 0).ToList();
        outputs.Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[0]).ShouldBe([
            "clusterName", "contentBucketNames", "dataBucketName", "loadBalancerDnsName", "nameServers", "services", "troubleshooting", "vpcId",
        ]);
        outputs.ShouldContain(line => line.EndsWith("url: https://staging-viewer.library.example.org}}", StringComparison.Ordinal));
        lines[^2].ShouldMatch("^[0-9]+ resources under [0-9]+ components, [0-9]+ read, [0-9]+ protected\\.$");
        lines[^1].ShouldBeEmpty();
    }

    [Fact]
    public void Text_shows_every_component_under_its_parent_and_everything_else_under_a_component()
    {
        const string Root = "pulumi:pulumi:Stack ecs-platform-staging";
        var parents = ResourceTree.Parents(Lines(_project.Preview("staging")).Skip(3).TakeWhile(line => line.Length > 0));
        parents[Root].ShouldBeNull();
        foreach (var (parent, child) in new[]
        {
            (Root, "ecs-platform:clusters:EcsCluster staging"),
            ("ecs-platform:clusters:EcsCluster staging", "ecs-platform:networking:KmsKey staging-exec"),
            (Root, "ecs-platform:networking:BaseNetwork staging"),
            ("ecs-platform:networking:BaseNetwork staging", "awsx:ec2:Vpc staging"),
            (Root, "ecs-platform:routing:SharedLoadBalancer staging"),
            (Root, "ecs-platform:workloads:EcsWorkload staging-viewer"),
            (Root, "pulumi:providers:aws eu-west-1"),
        })
        {
            parents[child].ShouldBe(parent);
        }

        parents.Where(entry => entry.Key.StartsWith("aws:", StringComparison.Ordinal)).ShouldAllBe(entry => entry.Value != Root);
        parents["aws:ecs/service:Service staging-viewer"].ShouldBe("ecs-platform:workloads:EcsWorkload staging-viewer");
        parents["aws:ec2/vpc:Vpc staging"].ShouldBe("awsx:ec2:Vpc staging");
        parents.ShouldContainKey("aws:efs/fileSystem:FileSystem staging-files (protected)");
    }

    [Fact]
    public void Text_that_does_not_go_to_a_terminal_has_no_colours() => _project.Preview("staging").Output.ShouldNotContain("\u001b");

    [Fact]
    public void Several_stacks_are_shown_in_one_run_each_once()
    {
        var outcome = _project.Preview("staging", "staging").ShouldSucceed();
        outcome.Output.ShouldBe(_project.Preview("staging").Output);
    }

    [Fact]
    public void The_project_is_found_from_a_folder_below_it()
    {
        var folder = Directory.CreateDirectory(_project.At("src/deep")).FullName;
        TestProject.Run(folder, "preview", "staging").ShouldSucceed().Output.ShouldBe(_project.Preview("staging").Output);
    }

    [Fact]
    public void A_file_with_a_byte_order_mark_and_carriage_returns_says_the_same()
    {
        var before = _project.Preview("staging").ShouldSucceed().Output;
        _project.Write(TestProject.StagingFile, "\uFEFF" + _project.Staging.Replace("\n", "\r\n", StringComparison.Ordinal));
        _project.Preview("staging").ShouldSucceed().Output.ShouldBe(before);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    public void A_secret_of_the_config_is_never_shown_nor_anything_of_it(string format)
    {
        string[] parts = ["c2VjcmV0", "Y2lwaGVydGV4dA"];
        var secret = $"secure: v1:{parts[0]}:{parts[1]}==";
        _project.Replace("config:\n", $"config:\n  aws:token:\n    {secret}\n");
        var outcome = _project.Preview("staging", "--format", format).ShouldSucceed();
        parts.ShouldAllBe(part => !outcome.Output.Contains(part));
    }

    [Theory]
    [InlineData("nat: single", "nat:\n      secure: v1:c2VjcmV0:Y2lwaGVydGV4dA==", "network")]
    [InlineData("domain: library.example.org", "domain: { secure: v1:c2VjcmV0:Y2lwaGVydGV4dA== }", "dns")]
    public void A_secret_in_a_section_is_refused_without_showing_it(string old, string with, string section)
    {
        _project.Replace(old, with);
        _project.Preview("staging").ShouldBeRefused(
            $"{_project.Place($"ecs-platform:{section}:")}: ecs-platform:{section}: a secret, or an object with one. Allowed: plain values. " +
            "Write the values without 'secure:'.");
    }

    private static List<string> Lines(Outcome outcome) =>
        [.. outcome.ShouldSucceed().Output.Split('\n').Select(line => line.TrimEnd())];
}
