using System.Collections.Immutable;
using EcsPlatform.Foundations;
using EcsPlatform.Networking;
using EcsPlatform.Plans;
using EcsPlatform.Testing;
using Pulumi;

namespace EcsPlatform.Tests.Networking;

public class CertificateTests
{
    private const string Type = "aws:acm/certificate:Certificate";
    private const string RecordType = "aws:route53/record:Record";
    private const string ValidationType = "aws:acm/certificateValidation:CertificateValidation";
    private const string Regional = "arn:aws:acm:eu-west-1:111111111111:certificate/5e0a6b1c";
    private const string Global = "arn:aws:acm:us-east-1:111111111111:certificate/7f1b2c3d";
    private static readonly AwsAccount UsEast1 = Valid.Account with { Region = Certificate.CloudFrontRegion };
    private static readonly DnsZone Zone = new DnsZone.Adopt("Z0123456789ABCDEFGHIJ", "library.example.org");
    private static readonly Certificate.Create New = new("library.example.org");
    private static readonly Certificate.Create Wild = new("library.example.org") { AlternativeNames = ["viewer.library.example.org", "*.library.example.org"] };

    [Fact]
    public void All_defaults()
    {
        New.AlternativeNames.ShouldBeEmpty();
        New.RecordTtlSeconds.ShouldBe(300);
        New.Problems("certificate", Valid.Account, Zone).ShouldBeEmpty();
        Wild.Problems("certificate", Valid.Account, Zone).ShouldBeEmpty();
        new Certificate.Adopt(Regional).Problems("certificate", Valid.Account, null).ShouldBeEmpty();
        new Certificate.Adopt(Global).Problems("certificate", UsEast1, null).ShouldBeEmpty();
    }

    [Fact]
    public void Every_problem_of_a_new_certificate_is_reported()
    {
        var names = $"{new string('a', 45)}.library.example.org";
        var wrong = new Certificate.Create(names)
        {
            AlternativeNames = ["*.*.library.example.org", "example.org", "library.example.org", "library.example.org"],
            RecordTtlSeconds = 59,
        };
        wrong.Problems("certificate", Valid.Account, Zone).Select(problem => problem.ToString()).ShouldBe([
            "certificate.domain: 65 characters. Allowed: at most 64. Put a shorter name first: only alternative names may be longer.",
            "certificate.domain: '*.*.library.example.org'. Allowed: labels of lower-case letters, digits and inner hyphens, joined by dots, or *. and such " +
                "a domain. Correct the name.",
            "certificate.domain: 'example.org'. Allowed: names in library.example.org. Name what lies in the zone: only there can records validate it.",
            "certificate.alternativeNames: 'library.example.org' 2 times. Allowed: each name once. Leave the others out.",
            "certificate.recordTtl: 59 s. Allowed: 60 to 172800 s. Choose a time in between.",
        ]);
        New.Problems("certificate", Valid.Account, null).Single().ToString().ShouldBe(
            "certificate.domain: a new certificate without a zone. Allowed: one with a zone. Give the zone, which holds the records that validate it.");
        var many = New with { AlternativeNames = [.. Enumerable.Range(0, 100).Select(i => $"a{i}.library.example.org")] };
        many.Problems("certificate", Valid.Account, Zone).Single().ToString()
            .ShouldBe("certificate.alternativeNames: 101 names. Allowed: at most 100. Use a wildcard, or a second certificate.");
    }

    [Theory]
    [InlineData("arn:aws:acm:us-east-1:111111111111:certificate/5e0a6b1c")]
    [InlineData("arn:aws:acm:eu-west-1:222222222222:certificate/5e0a6b1c")]
    [InlineData("arn:aws:acm:eu-west-1:111111111111:certificate/")]
    [InlineData("arn:aws:iam:eu-west-1:111111111111:certificate/5e0a6b1c")]
    [InlineData("5e0a6b1c")]
    public void An_ARN_is_of_the_account_and_the_region(string arn) =>
        new Certificate.Adopt(arn).Problems("certificate", Valid.Account, null).Single().ToString().ShouldBe(
            $"certificate.arn: '{arn}'. Allowed: an ARN that begins with arn:aws:acm:eu-west-1:111111111111:certificate/. " +
                "Use a certificate of the account and the region: a load balancer takes no other.");

    [Fact]
    public void CloudFront_takes_only_certificates_of_us_east_1() =>
        new Certificate.Adopt(Regional).Problems("cloudFront", UsEast1, null).Single().ToString().ShouldBe(
            $"cloudFront.arn: '{Regional}'. Allowed: an ARN that begins with arn:aws:acm:us-east-1:111111111111:certificate/. " +
                "Use a certificate of the account in us-east-1: CloudFront takes no other.");

    [Fact]
    public void A_wildcard_and_its_domain_share_a_record() =>
        ValidationRecords.HostsOf(["*.b.example.org", "c.example.org", "b.example.org", "*.a.example.org", "c.example.org"])
            .ShouldBe(["a.example.org", "b.example.org", "c.example.org"]);

    [Fact]
    public async Task A_new_certificate_is_validated_by_one_record_for_each_domain_and_waited_for()
    {
        var plan = await PlanOf(Wild, null);
        var certificate = plan.Only(Type, "test-certificate");
        certificate.Text("domainName").ShouldBe("library.example.org");
        certificate.Texts("subjectAlternativeNames")
            .ShouldBe(["*.library.example.org", "library.example.org", "viewer.library.example.org"]);
        certificate.Text("validationMethod").ShouldBe("DNS");
        certificate.Input("region").ShouldBeNull();

        var records = plan.All(RecordType);
        records.Select(record => record.Name).ShouldBe(["test-certificate-library.example.org", "test-certificate-viewer.library.example.org"], ignoreOrder: true);
        foreach (var record in records)
        {
            var host = record.Name["test-certificate-".Length..];
            var option = Options(certificate).First(of => Text(of, "domainName") == host);
            record.Text("zoneId").ShouldBe("Z0123456789ABCDEFGHIJ");
            record.Text("name").ShouldBe(Text(option, "resourceRecordName"));
            record.Text("type").ShouldBe("CNAME");
            record.Texts("records").ShouldBe([Text(option, "resourceRecordValue")]);
            record.Number("ttl").ShouldBe(300);
            record.Flag("allowOverwrite").ShouldBeTrue();
        }

        var validation = plan.Only(ValidationType, "test-certificate");
        validation.Text("certificateArn").ShouldBe(certificate.OutputText("arn"));
        validation.Texts("validationRecordFqdns").ShouldBe(records.Select(record => record.OutputText("fqdn")), ignoreOrder: true);
        validation.PropertyDependencies["validationRecordFqdns"].ShouldBe(records.Select(record => record.Urn), ignoreOrder: true);
        plan.Root.OutputText("regional").ShouldBe(certificate.OutputText("arn"));
        plan.Root.Output("cloudFront").ShouldBeNull();
    }

    [Fact]
    public async Task CloudFronts_certificate_is_made_by_the_given_provider_and_shares_the_records()
    {
        var plan = await PlanOf(Wild, New with { AlternativeNames = ["www.library.example.org"], RecordTtlSeconds = 60 });
        var provider = plan.Only("pulumi:providers:aws", "us-east-1");
        var certificate = plan.Only(Type, "test-certificate-us-east-1");
        certificate.Provider.ShouldNotBeNull().ShouldStartWith(provider.Urn);
        certificate.Text("region").ShouldBe("us-east-1");
        certificate.OutputText("arn").ShouldStartWith("arn:aws:acm:us-east-1:");
        plan.Only(Type, "test-certificate").Provider.ShouldBeNull();

        var records = plan.All(RecordType).ToDictionary(record => record.Name["test-certificate-".Length..]);
        records.Keys.Order(StringComparer.Ordinal).ShouldBe(["library.example.org", "viewer.library.example.org", "www.library.example.org"]);
        records.Values.ShouldAllBe(record => record.Provider == null);
        records["www.library.example.org"].Number("ttl").ShouldBe(60);

        var validation = plan.Only(ValidationType, "test-certificate-us-east-1");
        validation.Provider.ShouldBe(certificate.Provider);
        validation.Text("region").ShouldBe("us-east-1");
        validation.Texts("validationRecordFqdns")
            .ShouldBe([records["library.example.org"].OutputText("fqdn"), records["www.library.example.org"].OutputText("fqdn")]);
        plan.Only(ValidationType, "test-certificate").Texts("validationRecordFqdns").Count.ShouldBe(2);
        plan.Root.OutputText("cloudFront").ShouldBe(certificate.OutputText("arn"));
    }

    [Fact]
    public async Task A_wildcard_alone_has_the_record_of_its_domain()
    {
        var plan = await PlanOf(new Certificate.Create("*.library.example.org"), null);
        var option = Options(plan.Only(Type)).ShouldHaveSingleItem();
        plan.Only(RecordType, "test-certificate-library.example.org").Text("name").ShouldBe(Text(option, "resourceRecordName"));
    }

    [Fact]
    public async Task Certificates_that_exist_are_passed_on_and_nothing_is_made()
    {
        var plan = await PlanOf(new Certificate.Adopt(Regional), new Certificate.Adopt(Global));
        plan.Resources.ShouldAllBe(resource => !resource.Type.StartsWith("aws:", StringComparison.Ordinal));
        plan.Root.OutputText("regional").ShouldBe(Regional);
        plan.Root.OutputText("cloudFront").ShouldBe(Global);
    }

    [Fact]
    public async Task Equal_certificates_in_both_regions_are_two()
    {
        var plan = await PlanOf(New, New);
        plan.All(Type).Count.ShouldBe(2);
        plan.All(RecordType).Count.ShouldBe(1);
        plan.Root.OutputText("regional").ShouldStartWith("arn:aws:acm:eu-west-1:");
        plan.Root.OutputText("cloudFront").ShouldStartWith("arn:aws:acm:us-east-1:");
    }

    [Fact]
    public async Task Without_certificates_there_is_nothing() =>
        (await PlanOf(null, null)).Resources.ShouldAllBe(resource => !resource.Type.StartsWith("aws:", StringComparison.Ordinal));

    private static ImmutableArray<PropertyValue.Map> Options(PlannedResource certificate) =>
        [.. certificate.Output("domainValidationOptions").ShouldBeOfType<PropertyValue.List>().Items.Cast<PropertyValue.Map>()];

    private static string Text(PropertyValue.Map map, string key) => ((PropertyValue.Text)map.Entries[key]).Value;

    private static Task<Plan> PlanOf(Certificate? regional, Certificate? cloudFront) => TestPlan.OfAsync(() =>
    {
        var provider = cloudFront is Certificate.Create ? new Pulumi.Aws.Provider("us-east-1", new Pulumi.Aws.ProviderArgs { Region = "us-east-1" }) : null;
        var arns = Certificates.Add("test", "Z0123456789ABCDEFGHIJ", regional, cloudFront, provider, new CustomResourceOptions());
        return new Dictionary<string, object?> { ["regional"] = arns.Regional, ["cloudFront"] = arns.CloudFront };
    });
}
