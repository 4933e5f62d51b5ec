using System.Collections.Immutable;
using EcsPlatform.Delivery;
using EcsPlatform.Foundations;
using EcsPlatform.Images;
using EcsPlatform.Networking;
using EcsPlatform.Stacks.Settings;

namespace EcsPlatform.Stacks.Tests;

public class PlatformSettingsTests
{
    private static readonly ImmutableArray<string> Names = StackPrograms.PinNamesOf("staging")!.Images;

    private static readonly string ImageNames = string.Join(", ", Names.Order(StringComparer.Ordinal));

    private static readonly StackConfig Staging = ConfigOf.Stack("staging");

    [Fact]
    public void Staging_is_read()
    {
        var settings = PlatformSettings.Read("staging", Staging);
        settings.Account.ShouldBe(new AwsAccount("111111111111", "eu-west-1"));
        settings.Network.Cidr.ToString().ShouldBe("10.88.0.0/22");
        settings.Network.Zones.ShouldBe(["eu-west-1a", "eu-west-1b"]);
        settings.Network.Subnets!.Private.Select(block => block.ToString()).ShouldBe(["10.88.0.128/26", "10.88.0.192/26"]);
        settings.Network.Nat.ShouldBe(NatStrategy.Single);
        settings.Cluster.InstanceType.ShouldBe("t3.medium");
        new[] { "content-loader", "search", "services", "viewer" }.ShouldBeSubsetOf(settings.Services.Keys);
        var viewer = settings.Services["viewer"];
        (viewer.Host, viewer.DesiredCount, viewer.Memory).ShouldBe(("staging-viewer", 1, 3520));
        viewer.Containers["viewer"].ShouldBe(new ContainerSettings(settings.Images["viewer"], 2048, 3520, 1024, viewer.Containers["viewer"].FurtherEnvironment));
        viewer.Containers["viewer"].FurtherEnvironment.ShouldBeEmpty();
        settings.Images["viewer"].Repository.ShouldBe("library/viewer");
        settings.Jars["copy-file-to-efs"].Key.ShouldBe("copy-file-to-efs/copy-file-to-efs-1.0.jar");
        (settings.Processing.JarBucket, settings.Processing.EnableArkWorkflow).ShouldBe(("library-jars", true));
    }

    [Fact]
    public void Subnets_may_be_left_out_together() =>
        PlatformSettings.Read("staging", With("network", """{"cidr":"10.0.0.0/16","zones":["eu-west-1a","eu-west-1b"],"nat":"perZone"}"""))
            .Network.Subnets.ShouldBeNull();

    [Theory]
    [InlineData("network", """{"cidr":"10.88.0.0/22","zones":["eu-west-1a","eu-west-1b"],"nat":"one"}""",
        "ecs-platform:network.nat: 'one'. Allowed: none, perZone, single. Correct the value.")]
    [InlineData("network", """{"cidr":"10.88.0.1/22","zones":["eu-west-1a","eu-west-1b"],"nat":"none"}""",
        "ecs-platform:network.cidr: '10.88.0.1/22'. Allowed: an IPv4 range whose address is its first one, such as 10.88.0.0/22. Correct the value.")]
    [InlineData("network", """{"cidr":"10.88.0.0/22","zones":"eu-west-1a","nat":"none"}""",
        "ecs-platform:network.zones: 'eu-west-1a'. Allowed: a list of texts. Write a list: [first, second].")]
    [InlineData("network", """{"cidr":"10.88.0.0/22","zones":["eu-west-1a","eu-west-1b"],"nat":"none","publicSubnets":["10.88.0.0/26","10.88.0.64/26"]}""",
        "ecs-platform:network.privateSubnets: missing. Allowed: ranges for both tiers or for none. Add it.")]
    [InlineData("account", """{"id":"1111","region":"eu-west-1"}""",
        "ecs-platform:account.id: '1111'. Allowed: an account's twelve digits. Give the account's number.")]
    [InlineData("search", """{"memory":3328,"api":{"containerMemory":4},"solr":{"containerMemory":1024,"containerMemoryReservation":2048,"cpu":-1}}""",
        "ecs-platform:search.api.containerMemory: 4 MiB. Allowed: 6 MiB or more. Raise the container's limit.",
        "ecs-platform:search.api.containerMemoryReservation: 4 MiB. Allowed: 6 MiB to the container's limit of 4 MiB. " +
        "Lower the reservation or raise the limit.",
        "ecs-platform:search.solr.containerMemoryReservation: 2048 MiB. Allowed: 6 MiB to the container's limit of 1024 MiB. " +
        "Lower the reservation or raise the limit.",
        "ecs-platform:search.solr.cpu: -1. Allowed: 0 or more CPU units, 1024 for a vCPU. Use 0 to set nothing aside.")]
    [InlineData("search", """{"memory":1000}""",
        "ecs-platform:search.memory: 1000 MiB, and the containers set 1024 MiB aside. Allowed: 1024 MiB or more. Raise the task's memory.")]
    [InlineData("search", """{"sorl":{"cpu":1}}""",
        "ecs-platform:search.sorl: an unknown key. Allowed: apex, api, basicAuth, cors, desiredCount, host, memory, methods, readTimeout, readTimeoutQuota, redirects, solr, webAcl. Did you mean 'solr'?")]
    [InlineData("search", """{"solr":{"memory":1024}}""",
        "ecs-platform:search.solr.memory: an unknown key. Allowed: containerMemory, containerMemoryReservation, cpu, furtherEnvironment. Remove it.")]
    [InlineData("search", """{"solr":1024}""",
        "ecs-platform:search.solr: 1024. Allowed: an object. Write its fields below it, each in a line of its own.")]
    [InlineData("services",
        """
        {"environment":{"DATABASE_HOST":7,"DATABASE_NAME":"a"},"secrets":{
        "CORRESPONDENCE_API_KEY":"y","DATABASE_PASSWORD":"z"}}
        """,
        "ecs-platform:services.environment.DATABASE_HOST: 7. Allowed: text. Put it in quotes.",
        "ecs-platform:services.environment.DATABASE_USER: missing. Allowed: text. Add it.")]
    [InlineData("content-loader",
        """
        {"secrets":{
        "KEYSTORE_PASSWORD":"hidden","POSTGRES_PASSWORD":"arn:aws:ssm:us-east-1:111111111111:parameter/x"}}
        """,
        "ecs-platform:content-loader.secrets.KEYSTORE_PASSWORD: text that is no ARN. Allowed: an ARN that begins with " +
        "arn:aws:ssm:eu-west-1:111111111111:parameter/. Name a parameter of the stack's account and region, not its value.",
        "ecs-platform:content-loader.secrets.POSTGRES_PASSWORD: 'arn:aws:ssm:us-east-1:111111111111:parameter/x'. Allowed: an ARN that begins with " +
        "arn:aws:ssm:eu-west-1:111111111111:parameter/. Name a parameter of the stack's account and region, not its value.")]
    [InlineData("viewer", """{"basicAuth":{"userName":"reader"},"redirects":["/old /new x","/old"]}""",
        "ecs-platform:viewer.basicAuth.password: missing. Allowed: text. Add it.",
        "ecs-platform:viewer.redirects[0]: '/old /new x'. Allowed: a path, where to, and perhaps a status, with a space between them, " +
        "such as '/old /new 301'. Correct the value.",
        "ecs-platform:viewer.redirects[1]: '/old'. Allowed: a path, where to, and perhaps a status, with a space between them, " +
        "such as '/old /new 301'. Correct the value.")]
    [InlineData("viewer", """{"basicAuth":{"userName":"reader","password":"arn:aws:ssm:us-east-1:111111111111:parameter/x"},"redirects":["old /new 200"]}""",
        "ecs-platform:viewer.basicAuth.password: 'arn:aws:ssm:us-east-1:111111111111:parameter/x'. Allowed: an ARN that begins with " +
        "arn:aws:ssm:eu-west-1:111111111111:parameter/. Name a parameter of the stack's account and region, not its value.",
        "ecs-platform:viewer.basicAuth.userName: text that is no ARN. Allowed: an ARN that begins with " +
        "arn:aws:ssm:eu-west-1:111111111111:parameter/. Name a parameter of the stack's account and region, not its value.",
        "ecs-platform:viewer.redirects: 'old'. Allowed: a path with a leading slash, and /* at its end or no wildcard. Correct the path.",
        "ecs-platform:viewer.redirects: 200. Allowed: 301, 302, 307, 308. Choose one of these.")]
    [InlineData("images", "[]",
        "ecs-platform:images: []. Allowed: an object. Write its fields below it, each in a line of its own.")]
    [InlineData("viewer", """{"host":"staging-viewer","desiredCount":1,"cpu":2048,"memory":2000,"containerMemory":3520,"containerMemoryReservation":1024}""",
        "ecs-platform:viewer.memory: 2000 MiB, less than the 3520 MiB of container 'viewer'. Allowed: 3520 MiB or more. " +
        "Raise the task's memory or lower the container's.")]
    [InlineData("dns", """{"zoneId":"Z1","domain":"library.example.org","certificate":"arn:aws:acm:us-east-1:111111111111:certificate/x","cloudFrontCertificate":"arn:aws:acm:eu-west-1:111111111111:certificate/x"}""",
        "ecs-platform:dns.certificate: 'arn:aws:acm:us-east-1:111111111111:certificate/x'. Allowed: an ARN that begins with " +
        "arn:aws:acm:eu-west-1:111111111111:certificate/. Use a certificate of the load balancer's account and region.",
        "ecs-platform:dns.cloudFrontCertificate: 'arn:aws:acm:eu-west-1:111111111111:certificate/x'. Allowed: an ARN that begins with " +
        "arn:aws:acm:us-east-1:111111111111:certificate/. Use a certificate of the account in us-east-1: CloudFront takes no other.")]
    [InlineData("dns", """{"zoneId":"library.example.org","domain":"library example","certificate":"arn:aws:acm:eu-west-1:111111111111:certificate/x","cloudFrontCertificate":"arn:aws:acm:us-east-1:111111111111:certificate/x"}""",
        "ecs-platform:dns.zoneId: 'library.example.org'. Allowed: Z and up to 31 capital letters and digits. Give the id of the hosted zone, not its name.",
        "ecs-platform:dns.domain: 'library example'. Allowed: labels of lower-case letters, digits and inner hyphens, joined by dots. Give the zone's name.")]
    [InlineData("account", """{"id":"111111111111","region":"Ireland"}""",
        "ecs-platform:account.region: 'Ireland'. Allowed: a region of the partition aws, such as eu-west-1. Give the region's code.")]
    [InlineData("account", """{"id":111111111111,"region":"eu-west-1"}""",
        "ecs-platform:account.id: 111111111111. Allowed: text. Put it in quotes.")]
    [InlineData("viewer", """{"host":"Viewer_1","desiredCount":"1","cpu":2048.5,"memory":3520,"containerMemory":3520,"containerMemoryReservation":1024}""",
        "ecs-platform:viewer.desiredCount: '1'. Allowed: a whole number. Take the quotes away.",
        "ecs-platform:viewer.cpu: 2048.5. Allowed: a whole number. Write a number without a fraction, at most 2147483647.")]
    [InlineData("image-server", """{"host":"rti_images"}""",
        "ecs-platform:image-server.host: 'staging-rti_images'. Allowed: 1 to 63 lower-case letters, digits and inner hyphens. Choose a host name that DNS allows.")]
    [InlineData("image-server", """{"name":"rti-images"}""",
        "ecs-platform:image-server.name: an unknown key. Allowed: host. Remove it.")]
    [InlineData("viewer", """{"host":"Viewer_1","desiredCount":1,"cpu":2048,"memory":3520,"containerMemory":3520,"containerMemoryReservation":1024}""",
        "ecs-platform:viewer.host: 'Viewer_1'. Allowed: 1 to 63 lower-case letters, digits and inner hyphens. Choose a host name that DNS allows.")]
    public void A_wrong_value_is_reported_with_its_key(string section, string json, params string[] messages) =>
        Messages(With(section, json)).ShouldBe(messages);

    [Theory]
    [InlineData("\"library/viewer:latest\"",
        "'library/viewer:latest'. Allowed: repository@sha256: and 64 lower-case hexadecimal digits. " +
        "Pin the digest that the tag means now: aws ecr describe-images shows it.")]
    [InlineData("null", "missing. Allowed: repository@sha256: and 64 lower-case hexadecimal digits. Add it.")]
    [InlineData("7", "7. Allowed: text. Put it in quotes.")]
    [InlineData("\"library/viewer@sha256:0000000000000000000000000000000000000000000000000000000000000000\"",
        "'library/viewer@sha256:0000000000000000000000000000000000000000000000000000000000000000', a digest that no image has. " +
        "Allowed: repository@sha256: and 64 lower-case hexadecimal digits. Pin the image, or take the key away until there is one.")]
    public void A_wrong_image_is_reported_with_its_key(string viewer, string message) =>
        Messages(With("images", Images(viewer))).ShouldBe([$"ecs-platform:images.viewer: {message}"]);

    [Fact]
    public void An_image_that_several_services_miss_is_missing_once_each() =>
        Messages(With("images", "{}")).Select(message => message.Split(':')[1]).ShouldBe(Names.Select(image => $"images.{image}"));

    [Fact]
    public void A_service_that_the_stack_says_nothing_of_has_defaults()
    {
        var search = PlatformSettings.Read("staging", Staging.Without("search")).Services["search"];
        (search.Host, search.DesiredCount, search.Memory).ShouldBe(("staging-search", 1, 1024));
        search.Containers.Values.Select(container => (container.Cpu, container.Memory, container.MemoryReservation)).ShouldBe([(0, 512, 512), (0, 512, 512)]);
        (search.Variables.Values.Count, search.Variables.Secrets.Count, search.Features.Count).ShouldBe((0, 0, 0));
        (search.Edge with { WebAcl = null }).ShouldBe(EdgeSettings.Nothing);
        search.Edge.WebAcl!.Paths!.Value.ShouldBe(["/collections", "/items"]);
    }

    [Fact]
    public void A_redirect_says_its_status_or_is_one_that_browsers_do_not_remember() =>
        PlatformSettings.Read("staging", With("viewer", """{"redirects":["/old /new","/a/* https://www.example.org/* 308"]}""")).Services["viewer"].Edge.Redirects
            .ShouldBe([new RedirectRule("/old", "/new") { Status = 302 }, new RedirectRule("/a/*", "https://www.example.org/*") { Status = 308 }]);

    [Fact]
    public void A_service_that_needs_values_of_the_stack_s_own_has_none_by_default() =>
        Messages(Staging.Without("content-loader")).ShouldBe(
            new[] { "secrets.KEYSTORE_PASSWORD", "secrets.POSTGRES_PASSWORD" }
                .Select(field => $"ecs-platform:content-loader.{field}: missing. Allowed: text. Add it."));

    [Fact]
    public void Secrets_have_no_place_in_a_section() =>
        Messages(Staging with { SecretKeys = ["ecs-platform:viewer", "aws:secretKey"] }).ShouldBe([
            "ecs-platform:viewer: a secret, or an object with one. Allowed: plain values. Write the values without 'secure:'.",
        ]);

    [Fact]
    public void A_misspelt_key_gets_the_nearest_one() =>
        Messages(With("clutser", "{}")).ShouldBe([
            $"ecs-platform:clutser: an unknown key. Allowed: {ConfigOf.Keys("staging")}. Did you mean 'cluster'?",
        ]);

    [Fact]
    public void A_section_under_a_misspelt_key_is_not_missing_as_well() =>
        Messages(With("clutser", "{}").Without("cluster")).ShouldBe([
            $"ecs-platform:clutser: an unknown key. Allowed: {ConfigOf.Keys("staging")}. Did you mean 'cluster'?",
        ]);

    [Fact]
    public void A_value_under_a_misspelt_field_is_not_missing_as_well() =>
        Messages(With("images", Images("null,\"veiwer\":\"x\""))).ShouldBe([
            $"ecs-platform:images.veiwer: an unknown key. Allowed: {ImageNames}. Did you mean 'viewer'?",
        ]);

    [Fact]
    public void A_misspelt_field_gets_the_nearest_one() =>
        Messages(With("images", Staging.Values["ecs-platform:images"].Replace("{", "{\"veiwer\":\"x\",", StringComparison.Ordinal))).ShouldBe([
            $"ecs-platform:images.veiwer: an unknown key. Allowed: {ImageNames}. Did you mean 'viewer'?",
        ]);

    [Fact]
    public void Keys_of_other_namespaces_are_none_of_our_business() => Messages(Staging with { Values = Staging.Values.Add("aws:region", "eu-west-1") }).ShouldBeEmpty();

    [Fact]
    public void Problems_of_all_sections_are_reported_at_once()
    {
        var config = With("network", """{"cidr":"10.88.0.0/22","zones":["eu-west-1a","eu-west-1b"],"publicSubnets":["10.88.0.0/26","10.88.0.0/26"],"privateSubnets":["10.88.1.0/26","10.99.0.0/26"],"nat":"single"}""")
            .With("images", Images("\"library/viewer\""))
            .Without("cluster");
        Messages(config).ShouldBe([
            "ecs-platform:cluster: missing. Allowed: an object. Add it with its fields.",
            "ecs-platform:images.viewer: 'library/viewer'. Allowed: repository@sha256: and 64 lower-case hexadecimal digits. " +
                "Pin the digest: aws ecr describe-images shows it.",
            "ecs-platform:network.privateSubnets[1]: 10.99.0.0/26 lies outside 10.88.0.0/22. Allowed: a range within 10.88.0.0/22. " +
                "Choose another range, or a larger one for the VPC.",
            "ecs-platform:network.publicSubnets[1]: 10.88.0.0/26 overlaps 10.88.0.0/26 of ecs-platform:network.publicSubnets[0]. " +
                "Allowed: ranges that share no address. Move one of the two.",
        ]);
    }

    [Fact]
    public void The_exception_names_the_stack_and_counts() =>
        Should.Throw<InvalidArgsException>(() => PlatformSettings.Read("staging", Staging.Without("dns"))).Message
            .ShouldStartWith("Config of stack 'staging': 1 problem\n  ecs-platform:dns: missing.");

    [Fact]
    public void An_image_may_go_without_a_pin_only_where_the_stack_says_so()
    {
        var config = With("images", Images("null"));
        Messages(config).ShouldHaveSingleItem().ShouldStartWith("ecs-platform:images.viewer: missing.");
        Messages(config.With("unpinnedImages", "refused")).ShouldHaveSingleItem().ShouldStartWith("ecs-platform:images.viewer: missing.");
        var images = PlatformSettings.Read("staging", config.With("unpinnedImages", "allowed")).Images;
        images.Pins["viewer"].ShouldBe(new ImagePin.Unpinned("viewer"));
        images["viewer"].ToString().ShouldStartWith("unpinned/viewer@sha256:000");
        images.ByName["viewer"].Repository.ShouldBe("unpinned/viewer");
    }

    [Fact]
    public void A_pin_counts_where_one_may_be_missing() =>
        PlatformSettings.Read("staging", With("unpinnedImages", "allowed")).Images.Pins["viewer"].ShouldBeOfType<ImagePin.Pinned>();

    [Fact]
    public void What_is_wrong_in_the_images_is_wrong_without_pins_too()
    {
        Messages(With("unpinnedImages", "allowed").With("images", """{"veiwer":"x"}""")).ShouldBe([
            $"ecs-platform:images.veiwer: an unknown key. Allowed: {ImageNames}. Did you mean 'viewer'?",
        ]);
        Messages(With("unpinnedImages", "allowed").Without("images")).ShouldBe(["ecs-platform:images: missing. Allowed: an object. Add it with its fields."]);
        Messages(With("unpinnedImages", "yes")).ShouldBe(["ecs-platform:unpinnedImages: 'yes'. Allowed: allowed, refused. Correct the value."]);
        Messages(With("unpinnedImage", "allowed")).ShouldBe([
            $"ecs-platform:unpinnedImage: an unknown key. Allowed: {ConfigOf.Keys("staging")}. Did you mean 'unpinnedImages'?",
        ]);
        Messages(With("unpinnedImages", "allowed") with { SecretKeys = ["ecs-platform:unpinnedImages"] }).ShouldBe([
            "ecs-platform:unpinnedImages: a secret. Allowed: allowed, refused. Write the value without 'secure:'.",
        ]);
    }

    // The images of staging, with another value for the viewer's.
    private static string Images(string viewer)
    {
        var images = Staging.Values["ecs-platform:images"];
        var from = images.IndexOf("\"viewer\":", StringComparison.Ordinal) + "\"viewer\":".Length;
        return string.Concat(images.AsSpan(0, from), viewer, images.AsSpan(images.IndexOf('"', images.IndexOf('"', from) + 1) + 1));
    }

    private static StackConfig With(string section, string json) => Staging.With(section, json);

    private static IEnumerable<string> Messages(StackConfig config) =>
        StackPrograms.Problems("staging", config).Select(problem => problem.ToString());
}
