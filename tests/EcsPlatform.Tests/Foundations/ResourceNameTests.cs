using EcsPlatform.Foundations;

namespace EcsPlatform.Tests.Foundations;

public class ResourceNameTests
{
    public static TheoryData<string> Titles => [.. ResourceNameKind.All.Select(kind => kind.Title)];

    [Theory]
    [InlineData("load balancer", 1, 32)]
    [InlineData("target group", 1, 32)]
    [InlineData("role", 1, 64)]
    [InlineData("policy", 1, 128)]
    [InlineData("instance profile", 1, 128)]
    [InlineData("bucket", 3, 63)]
    [InlineData("log group", 1, 512)]
    [InlineData("launch template", 3, 125)]
    [InlineData("schedule", 1, 64)]
    [InlineData("file system", 1, 64)]
    [InlineData("security group", 1, 255)]
    [InlineData("web ACL", 1, 128)]
    [InlineData("capacity provider", 1, 255)]
    [InlineData("CloudFront resource", 1, 64)]
    [InlineData("queue", 1, 80)]
    [InlineData("topic", 1, 256)]
    [InlineData("function", 1, 64)]
    [InlineData("log delivery", 1, 60)]
    [InlineData("event rule", 1, 64)]
    public void Lengths(string title, int shortest, int longest)
    {
        var kind = Kind(title);
        (kind.Shortest, kind.Longest).ShouldBe((shortest, longest));
        ResourceNameKind.All.Length.ShouldBe(19);
        kind.ToString().ShouldBe(title);
    }

    [Theory]
    [InlineData("load balancer", "Az0-", "_.é/")]
    [InlineData("role", "Az0-_+=,.@", "/é ")]
    [InlineData("policy", "Az0-_+=,.@", "/é ")]
    [InlineData("instance profile", "Az0-_+=,.@", "/é ")]
    [InlineData("bucket", "az0-", "A_.é")]
    [InlineData("log group", "Az0-_/.#", "+=é")]
    [InlineData("launch template", "Az0-()./_", "+=é")]
    [InlineData("schedule", "Az0-_.", "/é ")]
    [InlineData("file system", "Az0-_.", "/é ")]
    [InlineData("security group", "Az0- ._:/()#,@[]+=&;{}!$*", "é\"|")]
    [InlineData("web ACL", "Az0-_", "./é")]
    [InlineData("capacity provider", "Az0-_", "./é")]
    [InlineData("CloudFront resource", "Az0-_", "./é")]
    [InlineData("queue", "Az0-_", "./é")]
    [InlineData("topic", "Az0-_", "./é")]
    [InlineData("function", "Az0-_", "./é")]
    [InlineData("log delivery", "Az0-_", "./é")]
    [InlineData("event rule", "Az0-_.", "/é ")]
    public void Characters(string title, string allowed, string refused)
    {
        allowed.ShouldAllBe(character => Kind(title).Allows(character));
        refused.ShouldAllBe(character => !Kind(title).Allows(character));
    }

    [Fact]
    public void A_name_that_fits_stays()
    {
        ResourceName.Explicit(new string('a', 32), ResourceNameKind.TargetGroup).ShouldBe(new string('a', 32));
        ResourceName.AutoNamed(new string('a', 24), ResourceNameKind.TargetGroup).ShouldBe(new string('a', 24));
        ResourceName.AutoNamed("Staging-viewer", ResourceNameKind.LoadBalancer).ShouldBe("Staging-viewer");
        ResourceName.Explicit("/ecs/staging.viewer", ResourceNameKind.LogGroup).ShouldBe("/ecs/staging.viewer");
    }

    [Theory]
    [InlineData("digital-library-staging-content-loader", "ing-content-loader", 26)]
    [InlineData("digital-library-staging-viewer", "g-viewer", 16)]
    public void A_long_name_keeps_its_end_and_gets_a_hash(string name, string end, int length)
    {
        var fitted = ResourceName.Fit(name, ResourceNameKind.TargetGroup, length);
        fitted.ShouldBe($"{end}-{fitted[^7..]}");
        fitted.Length.ShouldBe(length);
        fitted[^7..].ShouldAllBe(digit => char.IsAsciiLetterLower(digit) || (digit >= '2' && digit <= '7'));
    }

    [Fact]
    public void Auto_naming_adds_a_hyphen_and_seven_digits()
    {
        ResourceName.AutoNamingLength.ShouldBe("-0123abc".Length);
        ResourceName.AutoNamed(new string('a', 25), ResourceNameKind.TargetGroup).Length.ShouldBe(24);
        ResourceName.AutoNamed(new string('a', 57), ResourceNameKind.Role).Length.ShouldBe(56);
        ResourceName.Explicit(new string('a', 33), ResourceNameKind.TargetGroup).Length.ShouldBe(32);
    }

    [Theory]
    [InlineData("a_b.c", "target group", "a-b-c-")]
    [InlineData("-viewer-", "target group", "viewer-")]
    [InlineData("internal-viewer", "load balancer", "viewer-")]
    [InlineData("Internal-internal-viewer", "load balancer", "viewer-")]
    [InlineData("Viewer", "bucket", "viewer-")]
    [InlineData("ab", "bucket", "ab-")]
    [InlineData("sthree-data", "bucket", "data-")]
    [InlineData("ecs-viewer", "capacity provider", "viewer-")]
    [InlineData("sg-viewer", "security group", "viewer-")]
    [InlineData("---", "role", "")]
    public void What_is_not_allowed_goes_and_a_hash_comes(string name, string title, string start)
    {
        var fitted = ResourceName.Explicit(name, Kind(title));
        fitted[..^7].ShouldBe(start);
        fitted.ShouldNotBe(name);
    }

    [Fact]
    public void A_reserved_start_that_cutting_brings_forth_goes_too()
    {
        ResourceName.Fit("digital-library-internal-web", ResourceNameKind.LoadBalancer, 20)[..^7].ShouldBe("web-");
        ResourceName.Fit("library-of-sthree", ResourceNameKind.Bucket, 14).ShouldBe("3s47q66");
    }

    // Written out: another hash would replace the resources of every environment.
    [Fact]
    public void A_name_never_changes() =>
        ResourceName.AutoNamed("digital-library-staging-content-loader", ResourceNameKind.TargetGroup).ShouldBe("g-content-loader-lrcqdfi");

    [Theory]
    [MemberData(nameof(Titles))]
    public void Whatever_the_names_they_fit_and_differ(string title)
    {
        var kind = Kind(title);
        var random = new Random(20_240_611);
        const string Characters = "abcXYZ019---_./#@é ";
        var ends = Enumerable.Range(0, 20).Select(_ => Text(15)).ToArray();
        var names = Enumerable.Range(0, 5_000)
            .Select(_ => Text(random.Next(0, kind.Longest + 20)) + ends[random.Next(ends.Length)])
            .Concat(["internal-a", "internal-", "xn--a", "aws", "ecsa", "fargate-", "-", "a", "A", "a-", "-a", "a_", "a."])
            .Distinct(StringComparer.Ordinal)
            .ToList();
        foreach (var (length, fitted) in new[]
        {
            (kind.Longest, names.Select(name => ResourceName.Explicit(name, kind)).ToList()),
            (kind.Longest - 8, names.Select(name => ResourceName.AutoNamed(name, kind)).ToList()),
            (16, names.Select(name => ResourceName.Fit(name, kind, 16)).ToList()),
        })
        {
            fitted.ShouldAllBe(name => name.Length >= kind.Shortest && name.Length <= length);
            fitted.ShouldAllBe(name => name.All(kind.Allows) && !name.StartsWith('-') && !name.EndsWith('-'));
            fitted.ShouldAllBe(name => !kind.ReservedStarts.Any(start => name.StartsWith(start, StringComparison.OrdinalIgnoreCase)));
            fitted.Distinct(StringComparer.Ordinal).Count().ShouldBe(names.Count);
            fitted.ShouldBe(fitted.Select(name => ResourceName.Fit(name, kind, length)));
        }

        string Text(int length) => string.Concat(Enumerable.Range(0, length).Select(_ => Characters[random.Next(Characters.Length)]));
    }

    [Fact]
    public void Nothing_has_no_name_and_no_room_is_an_error()
    {
        Should.Throw<ArgumentException>(() => ResourceName.Explicit("", ResourceNameKind.Role));
        Should.Throw<ArgumentOutOfRangeException>(() => ResourceName.Fit("viewer", ResourceNameKind.Role, 8));
    }

    private static ResourceNameKind Kind(string title) => ResourceNameKind.All.Single(kind => kind.Title == title);
}
