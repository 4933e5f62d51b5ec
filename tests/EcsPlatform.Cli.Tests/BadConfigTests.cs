namespace EcsPlatform.Cli.Tests;

public sealed class BadConfigTests : IDisposable
{
    private const string Image = "library/viewer@sha256:3f2a9c51e07bd84466d1a5be90c27f38e4b10d7ac96f52837b1e04d9a8c365f2";
    private const string ImageAllowed = "Allowed: repository@sha256: and 64 lower-case hexadecimal digits. Correct the value.";
    private readonly TestProject _project = new();

    public void Dispose() => _project.Dispose();

    [Theory]
    [InlineData("nat: single", "nat: single\n    flowlogs: 3", "network.flowlogs",
        "an unknown key. Allowed: cidr, nat, privateSubnets, publicSubnets, zones. Remove it.")]
    [InlineData("minSize: 1", "minSize: one", "cluster.minSize", "'one'. Allowed: a whole number. Write a number without a fraction, at most 2147483647.")]
    [InlineData("instanceType: t3.medium", "instanceType: 3", "cluster.instanceType", "3. Allowed: text. Put it in quotes.")]
    [InlineData("zones: [eu-west-1a, eu-west-1b]", "zones: eu-west-1a", "network.zones", "'eu-west-1a'. Allowed: a list of texts. Write a list: [first, second].")]
    [InlineData(Image, "library/viewer:1.2", "images.viewer", "'library/viewer:1.2'. " + ImageAllowed)]
    [InlineData(Image, "library/viewer@sha256:3f2a", "images.viewer", "'library/viewer@sha256:3f2a'. " + ImageAllowed)]
    [InlineData("    memory: 3520", "    memory: 2000", "viewer.memory",
        "2000 MiB, less than the 3520 MiB of container 'viewer'. Allowed: 3520 MiB or more. Raise the task's memory or lower the container's.")]
    [InlineData("nat: single", "nat: both", "network.nat", "'both'. Allowed: none, perZone, single. Correct the value.")]
    [InlineData("cidr: 10.88.0.0/22", "cidr: 10.88.0.0/33", "network.cidr",
        "'10.88.0.0/33'. Allowed: an IPv4 range whose address is its first one, such as 10.88.0.0/22. Correct the value.")]
    [InlineData("zones: [eu-west-1a, eu-west-1b]", "zones: [eu-west-1a, us-east-1b]", "network.zones",
        "'us-east-1b'. Allowed: zones of eu-west-1. Name a zone of the stack's region.")]
    [InlineData("host: staging-viewer", "host: staging_viewer", "viewer.host",
        "'staging_viewer'. Allowed: 1 to 63 lower-case letters, digits and inner hyphens. Choose a host name that DNS allows.")]
    [InlineData("maxSize: 5", "maxSize: 100000000000000000000", "cluster.maxSize",
        "100000000000000000000. Allowed: a whole number. Write a number without a fraction, at most 2147483647.")]
    [InlineData("host: staging-viewer", "host: {secure: AAABAL}", "viewer",
        "a secret, or an object with one. Allowed: plain values. Write the values without 'secure:'.", "ecs-platform:viewer")]
    [InlineData("id: ami-0b6d9f4e2c81a7350", "id: latest", "cluster.image.id",
        "'latest'. Allowed: ami- and 8 or 17 hexadecimal digits. Give the id of an ECS-optimised AMI of the region.")]
    public void A_wrong_value_is_refused_with_line_and_key(string old, string with, string key, string message, string? line = null)
    {
        _project.Replace(old, with);
        _project.Preview("staging").ShouldBeRefused($"Pulumi.staging.yaml:{_project.Line(line ?? with.Split('\n')[^1])}: ecs-platform:{key}: {message}");
    }

    [Fact]
    public void A_misspelt_field_is_refused_with_the_nearest_name()
    {
        _project.Replace("region: eu-west-1", "regoin: eu-west-1");
        _project.Preview("staging").ShouldBeRefused(
            $"Pulumi.staging.yaml:{_project.Line("regoin")}: ecs-platform:account.regoin: an unknown key. Allowed: id, region. Did you mean 'region'?");
    }

    [Fact]
    public void A_misspelt_section_is_refused_with_the_nearest_name()
    {
        _project.Replace("ecs-platform:cluster:", "ecs-platform:clutser:");
        _project.Preview("staging").ShouldBeRefused(
            $"Pulumi.staging.yaml:{_project.Line("clutser")}: ecs-platform:clutser: an unknown key. Allowed: account, cluster, dns, images, network, viewer. " +
                "Did you mean 'cluster'?");
    }

    [Fact]
    public void Ranges_that_overlap_and_ranges_that_do_not_fit_are_refused_together()
    {
        _project.Replace("publicSubnets: [10.88.0.0/26, 10.88.0.64/26]", "publicSubnets: [10.88.0.0/26, 10.88.0.0/27]")
            .Replace("privateSubnets: [10.88.0.128/26, 10.88.0.192/26]", "privateSubnets: [10.88.0.128/26, 10.90.0.0/26]");
        _project.Preview("staging").ShouldBeRefused(
            $"Pulumi.staging.yaml:{_project.Line("privateSubnets")}: ecs-platform:network.privateSubnets[1]: 10.90.0.0/26 lies outside 10.88.0.0/22. " +
                "Allowed: a range within 10.88.0.0/22. Choose another range, or a larger one for the VPC.",
            $"Pulumi.staging.yaml:{_project.Line("publicSubnets")}: ecs-platform:network.publicSubnets[1]: 10.88.0.0/27 overlaps 10.88.0.0/26 of " +
                "ecs-platform:network.publicSubnets[0]. Allowed: ranges that share no address. Move one of the two.");
    }

    [Fact]
    public void Problems_of_different_sections_are_refused_together()
    {
        _project.Replace(Image, "library/viewer").Replace("    memory: 3520", "    memory: 2000").Replace("maxSize: 5", "maxSize: 0");
        var outcome = _project.Preview("staging");
        outcome.Errors.Split('\n').Count(line => line.StartsWith("error: Pulumi.staging.yaml:", StringComparison.Ordinal)).ShouldBe(3);
        outcome.Errors.ShouldContain($":{_project.Line("viewer: library")}: ecs-platform:images.viewer: 'library/viewer'.");
        outcome.Errors.ShouldContain($":{_project.Line("    memory: 2000")}: ecs-platform:viewer.memory: 2000 MiB");
        outcome.Errors.ShouldContain($":{_project.Line("minSize")}: ecs-platform:cluster.minSize: 1 with a maxSize of 0.");
        outcome.ExitCode.ShouldBe(1);
    }
}
