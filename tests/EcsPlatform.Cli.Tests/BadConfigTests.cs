namespace EcsPlatform.Cli.Tests;

/// <summary>Config that is YAML, but not what the stack needs.</summary>
public sealed class BadConfigTests : IDisposable
{
    private const string Hex = "3f2a9c51e07bd84466d1a5be90c27f38e4b10d7ac96f52837b1e04d9a8c365f2";
    private const string Image = $"library/viewer@sha256:{Hex}";
    private const string ImageAllowed = "Allowed: repository@sha256: and 64 lower-case hexadecimal digits";
    private const string WholeNumber = "Allowed: a whole number. Write a number without a fraction, at most 2147483647.";
    private const string Zones = "zones: [eu-west-1a, eu-west-1b]";
    private readonly TestProject _project = new();

    public void Dispose() => _project.Dispose();

    [Theory]
    [InlineData("minSize: 1", "minSize: one", "cluster.minSize", $"'one'. {WholeNumber}")]
    [InlineData("minSize: 1", "minSize: 1.5", "cluster.minSize", $"1.5. {WholeNumber}")]
    [InlineData("minSize: 1", "minSize: \"1\"", "cluster.minSize", "'1'. Allowed: a whole number. Take the quotes away.")]
    [InlineData("maxSize: 5", "maxSize: 100000000000000000000", "cluster.maxSize", $"100000000000000000000. {WholeNumber}")]
    [InlineData("instanceType: t3.medium", "instanceType: 3", "cluster.instanceType", "3. Allowed: text. Put it in quotes.")]
    [InlineData("host: staging-viewer", "host: ''", "viewer.host", "''. Allowed: text. Write text.")]
    [InlineData(Zones, "zones: [1, 2]", "network.zones", "[1,2]. Allowed: a list of texts. Put its items in quotes.")]
    [InlineData("id: \"111111111111\"", "id: 111111111111", "account.id", "111111111111. Allowed: text. Put it in quotes.")]
    [InlineData("region: eu-west-1", "region: [eu-west-1]", "account.region", "[\"eu-west-1\"]. Allowed: text. Write text.")]
    [InlineData(Zones, "zones: eu-west-1a", "network.zones", "'eu-west-1a'. Allowed: a list of texts. Write a list: [first, second].")]
    [InlineData("nat: single", "nat:", "network.nat", "missing. Allowed: text. Add it.")]
    public void A_value_of_a_wrong_type_is_refused_with_line_and_key(string old, string with, string key, string message) =>
        ShouldBeRefused(old, with, key, message);

    [Theory]
    [InlineData(Image, "library/viewer:1.2", "images.viewer", $"'library/viewer:1.2'. {ImageAllowed}. Pin the digest that the tag means now: aws ecr describe-images shows it.")]
    [InlineData(Image, "library/viewer@sha256:3f2a", "images.viewer", $"'library/viewer@sha256:3f2a'. {ImageAllowed}. Copy the whole digest: 64 digits, not 4.")]
    [InlineData(Image, $"library/viewer:1.2@sha256:{Hex}", "images.viewer", $"'library/viewer:1.2@sha256:{Hex}'. {ImageAllowed}. Leave the tag out: the digest says which image it is.")]
    [InlineData("id: \"111111111111\"", "id: \"1111\"", "account.id",
        "'1111'. Allowed: an account's twelve digits. Give the account's number.")]
    [InlineData("region: eu-west-1", "region: Ireland", "account.region",
        "'Ireland'. Allowed: a region of the partition aws, such as eu-west-1. Give the region's code.")]
    [InlineData("zoneId: Z0123456789ABCDEFGHIJ", "zoneId: library.example.org", "dns.zoneId",
        "'library.example.org'. Allowed: Z and up to 31 capital letters and digits. Give the id of the hosted zone, not its name.")]
    [InlineData("domain: library.example.org", "domain: library example", "dns.domain",
        "'library example'. Allowed: labels of lower-case letters, digits and inner hyphens, joined by dots. Give the zone's name.")]
    [InlineData("host: staging-viewer", "host: staging_viewer", "viewer.host",
        "'staging_viewer'. Allowed: 1 to 63 lower-case letters, digits and inner hyphens. Choose a host name that DNS allows.")]
    [InlineData("nat: single", "nat: both", "network.nat", "'both'. Allowed: none, perZone, single. Correct the value.")]
    [InlineData("id: ami-0b6d9f4e2c81a7350", "id: latest", "cluster.image.id",
        "'latest'. Allowed: ami- and 8 or 17 hexadecimal digits. Give the id of an ECS-optimised AMI of the region.")]
    [InlineData("cidr: 10.88.0.0/22", "cidr: 10.88.0.0/33", "network.cidr",
        "'10.88.0.0/33'. Allowed: an IPv4 range whose address is its first one, such as 10.88.0.0/22. Correct the value.")]
    [InlineData("cidr: 10.88.0.0/22", "cidr: 10.0.0.0/8", "network.cidr",
        "10.0.0.0/8. Allowed: /16 to /28. Choose a size that AWS allows for a VPC.")]
    [InlineData("version: ESWuWGeLI.U490to0TxuzRElrlhniyP1", "version: \"null\"", "jars.html-translate-urls.version",
        "'null'. Allowed: an object's version. Upload it to a bucket with versions, and give the version's id.")]
    [InlineData("sha256: f8b3c94eb1df76e40b0ad890d05808166b608432d75feb743f35ce2b53bfb01b", "sha256: f8b3", "jars.html-translate-urls.sha256",
        "'f8b3'. Allowed: 64 lower-case hexadecimal digits. Give what sha256sum prints for the file.")]
    public void A_value_that_does_not_parse_is_refused_with_line_and_key(string old, string with, string key, string message) =>
        ShouldBeRefused(old, with, key, message);

    [Theory]
    [InlineData("    memory: 3520", "    memory: 2000", "viewer.memory",
        "2000 MiB, less than the 3520 MiB of container 'viewer'. Allowed: 3520 MiB or more. " +
        "Raise the task's memory or lower the container's.")]
    [InlineData(Zones, "zones: [eu-west-1a, us-east-1b]", "network.zones",
        "'us-east-1b'. Allowed: zones of eu-west-1. Name a zone of the stack's region.")]
    [InlineData("certificate: arn:aws:acm:eu-west-1:111111111111:certificate/5e0a6b1c-8d2f-4c39-9a57-3f1e7d64b210",
        "certificate: arn:aws:acm:us-east-1:111111111111:certificate/x", "dns.certificate",
        "'arn:aws:acm:us-east-1:111111111111:certificate/x'. Allowed: an ARN that begins with " +
        "arn:aws:acm:eu-west-1:111111111111:certificate/. Use a certificate of the load balancer's account and region.")]
    [InlineData("publicSubnets: [10.88.0.0/26, 10.88.0.64/26]", "publicSubnets: [10.88.0.0/26]", "network.publicSubnets",
        "1 range for 2 zones. Allowed: one range for each zone. Give as many ranges as zones, in the zones' order.")]
    [InlineData("publicSubnets: [10.88.0.0/26, 10.88.0.64/26]", "publicSubnets: [10.88.0.0/26, 10.90.0.0/26]", "network.publicSubnets[1]",
        "10.90.0.0/26 lies outside 10.88.0.0/22. Allowed: a range within 10.88.0.0/22. Choose another range, or a larger one for the VPC.")]
    [InlineData("publicSubnets: [10.88.0.0/26, 10.88.0.64/26]", "publicSubnets: [10.88.0.0/26, 10.88.0.0/27]", "network.publicSubnets[1]",
        "10.88.0.0/27 overlaps 10.88.0.0/26 of ecs-platform:network.publicSubnets[0]. Allowed: ranges that share no address. " +
        "Move one of the two.")]
    public void Values_that_do_not_go_together_are_refused_with_line_and_key(string old, string with, string key, string message) =>
        ShouldBeRefused(old, with, key, message);

    [Theory]
    [InlineData("nat: single", "nat: single\n    flowlogs: 3", "network.flowlogs",
        "an unknown key. Allowed: cidr, interfaceEndpoints, nat, privateSubnets, publicSubnets, zones. Remove it.")]
    [InlineData("nat: single", "nat: single\n    cidrr: 10.0.0.0/16", "network.cidrr",
        "an unknown key. Allowed: cidr, interfaceEndpoints, nat, privateSubnets, publicSubnets, zones. Did you mean 'cidr'?")]
    [InlineData("minSize: 1", "minsize: 1\n    minSize: 1", "cluster.minsize",
        "an unknown key. Allowed: desiredCapacity, image, instanceType, maxSize, minSize, reservedMemory, spotPercent, swappiness. Did you mean 'minSize'?")]
    [InlineData("  ecs-platform:dns:", "  ecs-platform:network.cidr: 10.0.0.0/16\n  ecs-platform:dns:", "network.cidr",
        "an unknown key. Allowed: {keys}. Remove it.")]
    public void An_unknown_key_is_refused_with_line_and_nearest_name(string old, string with, string key, string message)
    {
        _project.Replace(old, with);
        var place = _project.Place($"{key.Split(old.Contains("dns", StringComparison.Ordinal) ? ':' : '.')[^1]}:");
        _project.Preview("staging").ShouldBeRefused($"{place}: ecs-platform:{key}: {TestProject.WithNames(message)}");
    }

    [Fact]
    public void A_misspelt_field_is_refused_with_the_nearest_name()
    {
        _project.Replace("region: eu-west-1", "regoin: eu-west-1");
        _project.Preview("staging").ShouldBeRefused(
            $"{_project.Place("regoin")}: ecs-platform:account.regoin: an unknown key. Allowed: id, region, role, tags. Did you mean 'region'?");
    }

    [Fact]
    public void A_misspelt_section_is_refused_with_the_nearest_name()
    {
        _project.Replace("ecs-platform:cluster:", "ecs-platform:clutser:");
        _project.Preview("staging").ShouldBeRefused(
            TestProject.WithNames($"{_project.Place("clutser")}: ecs-platform:clutser: an unknown key. Allowed: {{keys}}. Did you mean 'cluster'?"));
    }

    [Fact]
    public void Two_problems_of_one_section_are_refused_together()
    {
        _project.Replace("publicSubnets: [10.88.0.0/26, 10.88.0.64/26]", "publicSubnets: [10.88.0.0/26, 10.88.0.0/27]")
            .Replace("privateSubnets: [10.88.0.128/26, 10.88.0.192/26]", "privateSubnets: [10.88.0.128/26, 10.90.0.0/26]");
        _project.Preview("staging").ShouldBeRefused(
            $"{_project.Place("privateSubnets")}: ecs-platform:network.privateSubnets[1]: 10.90.0.0/26 lies outside 10.88.0.0/22. " +
                "Allowed: a range within 10.88.0.0/22. Choose another range, or a larger one for the VPC.",
            $"{_project.Place("publicSubnets")}: ecs-platform:network.publicSubnets[1]: 10.88.0.0/27 overlaps 10.88.0.0/26 of " +
                "ecs-platform:network.publicSubnets[0]. Allowed: ranges that share no address. Move one of the two.");
    }

    [Fact]
    public void Problems_of_different_sections_are_refused_together()
    {
        _project.Replace(Image, "library/viewer").Replace("    memory: 3520", "    memory: 2000").Replace("maxSize: 5", "maxSize: 0");
        _project.Preview("staging").ShouldBeRefused(
            $"{_project.Place("viewer: library")}: ecs-platform:images.viewer: 'library/viewer'. {ImageAllowed}. Pin the digest: aws ecr describe-images shows it.",
            $"{_project.Place("minSize")}: ecs-platform:cluster.minSize: 1 with a maxSize of 0. " +
                "Allowed: 0 to maxSize, and a maxSize of at least 1. Lower minSize or raise maxSize.",
            $"{_project.Place("    memory: 2000")}: ecs-platform:viewer.memory: 2000 MiB, less than the 3520 MiB of container 'viewer'. " +
                "Allowed: 3520 MiB or more. Raise the task's memory or lower the container's.");
    }

    private void ShouldBeRefused(string old, string with, string key, string message)
    {
        _project.Replace(old, with);
        _project.Preview("staging").ShouldBeRefused($"{_project.Place(with)}: ecs-platform:{key}: {message}");
    }
}
