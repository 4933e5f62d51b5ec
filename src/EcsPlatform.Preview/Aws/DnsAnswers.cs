using System.Collections.Immutable;
using static EcsPlatform.Preview.Aws.PlainValues;

namespace EcsPlatform.Preview.Aws;

/// <summary>Route 53 and certificates.</summary>
internal static class DnsAnswers
{
    public static Dictionary<string, Action<AnswerDraft>> Rows { get; } = new()
    {
        ["aws:route53/zone:Zone"] = zone => zone
            .Named().Identify($"Z{FakeIdentifiers.UpperAlphanumeric(20, zone.Seed())}").Tags()
            .Set("arn", $"arn:{zone.Scope.Partition}:route53:::hostedzone/{zone.Id}").Set("zoneId", zone.Id)
            .Set("nameServers", NameServers(zone)).Set("primaryNameServer", NameServers(zone)[0])
            .Default("comment", "Managed by Pulumi").Default("forceDestroy", false),
        ["aws:route53/record:Record"] = record => record
            .Identify(string.Join('_', RecordKeys().Select(record.Text).Where(part => part.Length > 0)))
            .Set("fqdn", record.Text("name").TrimEnd('.')).Default("allowOverwrite", false),
        ["aws:route53/zoneAssociation:ZoneAssociation"] = association => association
            .Identify($"{association.Text("zoneId")}:{association.Text("vpcId")}").Set("owningAccount", association.Scope.AccountId)
            .Default("vpcRegion", association.Scope.Region),
        ["aws:route53/vpcAssociationAuthorization:VpcAssociationAuthorization"] = authorization => authorization
            .Identify($"{authorization.Text("zoneId")}:{authorization.Text("vpcId")}").Default("vpcRegion", authorization.Scope.Region),
        ["aws:route53/healthCheck:HealthCheck"] = check => check
            .Identify(FakeIdentifiers.Uuid(check.Seed()))
            .Set("arn", $"arn:{check.Scope.Partition}:route53:::healthcheck/{check.Id}").Tags(),
        ["aws:acm/certificate:Certificate"] = Certificate,
        // The real id is the moment at which the certificate was issued.
        ["aws:acm/certificateValidation:CertificateValidation"] = validation => validation.Identify("2000-01-01 00:00:00 +0000 UTC"),
    };

    private static IEnumerable<string> RecordKeys() => ["zoneId", "name", "type", "setIdentifier"];

    private static IEnumerable<string> NameServerDomains() => ["com", "net", "org", "co.uk"];

    private static ImmutableArray<object> NameServers(AnswerDraft zone) => List(
        NameServerDomains().Select((ending, set) =>
        {
            var host = (set * 512) + (Convert.ToInt32(FakeIdentifiers.Hex(4, zone.Seed($"ns {ending}")), 16) % 512);
            return $"ns-{host}.awsdns-{host % 64:00}.{ending}";
        }));

    private static void Certificate(AnswerDraft certificate)
    {
        var imported = certificate.Inputs.ContainsKey("privateKey");
        var domains = certificate.Inputs.Texts("subjectAlternativeNames").Prepend(certificate.Text("domainName"))
            .Where(domain => domain.Length > 0).Distinct().ToList();
        var byDns = !imported && (certificate.Text("validationMethod") is "" or "DNS");
        certificate
            .Arn("acm", $"certificate/{FakeIdentifiers.Uuid(certificate.Seed())}").IdIsArn().Tags()
            .Set("domainValidationOptions", byDns ? List(domains.Select(domain => ValidationOption(certificate, domain))) : NoItems)
            .Set("status", imported ? "ISSUED" : "PENDING_VALIDATION").Set("type", imported ? "IMPORTED" : "AMAZON_ISSUED")
            .Set("pendingRenewal", false).Set("renewalEligibility", "INELIGIBLE").Set("renewalSummaries", NoItems)
            .Set("validationEmails", NoItems).Empty("notAfter", "notBefore").Default("keyAlgorithm", "RSA_2048")
            .Default("subjectAlternativeNames", List(domains));
    }

    // The record depends on account and domain alone: the certificates of all regions share it, and a wildcard shares that of its domain.
    private static ImmutableDictionary<string, object> ValidationOption(AnswerDraft certificate, string domain)
    {
        var host = domain.StartsWith("*.", StringComparison.Ordinal) ? domain[2..] : domain;
        var seed = $"{certificate.Scope.AccountId}|{host}";
        return Map(
            ("domainName", domain),
            ("resourceRecordName", $"_{FakeIdentifiers.Hex(32, seed)}.{host}."),
            ("resourceRecordType", "CNAME"),
            ("resourceRecordValue",
                $"_{FakeIdentifiers.Hex(32, $"{seed}|value")}.{FakeIdentifiers.LowerAlphanumeric(10, seed)}.acm-validations.aws."));
    }
}
