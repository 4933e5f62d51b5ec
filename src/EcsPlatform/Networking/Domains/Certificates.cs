using Pulumi.Aws.Acm.Outputs;

namespace EcsPlatform.Networking;

/// <summary>Makes the certificates of a zone, or passes on those that exist.</summary>
internal static class Certificates
{
    /// <summary>
    /// Adds a zone's certificates. One set of records validates both: two resources for one record would delete it under each other,
    /// and a certificate whose record is gone is not renewed.
    /// </summary>
    /// <param name="name">The name of what they belong to.</param>
    /// <param name="zoneId">The zone, for the records; null when no certificate is new.</param>
    /// <param name="regional">The certificate for load balancers, without problems; null for none.</param>
    /// <param name="cloudFront">The certificate for CloudFront, without problems; null for none.</param>
    /// <param name="usEast1">A provider of us-east-1; null when no certificate for CloudFront is new.</param>
    /// <param name="options">The parent.</param>
    /// <returns>The certificates' ARNs.</returns>
    public static CertificateArns Add(
        string name,
        Input<string>? zoneId,
        Certificate? regional,
        Certificate? cloudFront,
        ProviderResource? usEast1,
        CustomResourceOptions options)
    {
        var inUsEast1 = CustomResourceOptions.Merge(options, new CustomResourceOptions { Provider = usEast1 });
        var forRegion = Request($"{name}-certificate", regional as Certificate.Create, null, options);
        var forCloudFront = Request(
            $"{name}-certificate-{Certificate.CloudFrontRegion}", cloudFront as Certificate.Create, Certificate.CloudFrontRegion, inUsEast1);
        var records = AddRecords($"{name}-certificate", zoneId, [.. new[] { forRegion, forCloudFront }.OfType<Requested>()], options);
        return new CertificateArns(Arn(regional, forRegion, records), Arn(cloudFront, forCloudFront, records));
    }

    // The region is said besides the provider, so that a provider of another region cannot put CloudFront's certificate elsewhere.
    private static Requested? Request(string name, Certificate.Create? create, string? region, CustomResourceOptions options)
    {
        if (create is null)
        {
            return null;
        }

        var certificate = new Acm.Certificate(
            name,
            new Acm.CertificateArgs
            {
                DomainName = create.Domain,
                // ACM adds the first name to the others; said here too, what it answers is what was asked.
                SubjectAlternativeNames = [.. create.Names.Order(StringComparer.Ordinal)],
                ValidationMethod = "DNS",
                Region = region is null ? null : (Input<string>)region,
            },
            options);
        return new Requested(name, create, region, certificate, options);
    }

    private static Dictionary<string, Route53.Record> AddRecords(
        string name, Input<string>? zoneId, ImmutableArray<Requested> requested, CustomResourceOptions options) =>
        ValidationRecords.HostsOf(requested.SelectMany(request => request.Create.Names)).ToDictionary(
            host => host,
            host =>
            {
                var source = requested.First(request => request.Create.Names.Any(of => ValidationRecords.HostOf(of) == host));
                var option = OptionOf(source.Certificate, host);
                return new Route53.Record(
                    $"{name}-{host}",
                    new Route53.RecordArgs
                    {
                        ZoneId = zoneId!,
                        Name = option.Apply(of => of.ResourceRecordName!),
                        Type = option.Apply(of => of.ResourceRecordType!),
                        Records = { option.Apply(of => of.ResourceRecordValue!) },
                        Ttl = source.Create.RecordTtlSeconds,
                        // Another environment of the account may have put the same record there.
                        AllowOverwrite = true,
                    },
                    options);
            },
            StringComparer.Ordinal);

    // The provider gives the options in no order, and two of them for a domain and its wildcard: they are found by their domain.
    private static Output<CertificateDomainValidationOption> OptionOf(Acm.Certificate certificate, string host) =>
        certificate.DomainValidationOptions.Apply(options => options
            .Where(option => ValidationRecords.HostOf(option.DomainName!) == host)
            .OrderBy(option => option.DomainName, StringComparer.Ordinal)
            .First());

    private static Output<string>? Arn(Certificate? certificate, Requested? made, Dictionary<string, Route53.Record> records)
    {
        if (made is null)
        {
            return certificate is Certificate.Adopt adopt ? Output.Create(adopt.Arn) : null;
        }

        return new Acm.CertificateValidation(
            made.Name,
            new Acm.CertificateValidationArgs
            {
                CertificateArn = made.Certificate.Arn,
                ValidationRecordFqdns = [.. ValidationRecords.HostsOf(made.Create.Names).Select(host => records[host].Fqdn)],
                Region = made.Region is null ? null : (Input<string>)made.Region,
            },
            made.Options).CertificateArn;
    }

    private sealed record Requested(string Name, Certificate.Create Create, string? Region, Acm.Certificate Certificate, CustomResourceOptions Options);
}

/// <summary>The ARNs of a zone's certificates, whether they were created or adopted. A new certificate's ARN is known when it is valid.</summary>
/// <param name="Regional">For load balancers; null when there is none.</param>
/// <param name="CloudFront">For CloudFront, of us-east-1; null when there is none.</param>
public sealed record CertificateArns(Output<string>? Regional, Output<string>? CloudFront);
