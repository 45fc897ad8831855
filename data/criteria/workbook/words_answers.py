"""What the answers of the drop-downs are called; the code of the schema stands behind each in brackets."""

ANSWERS = {
    "table.kind": {"points": "bảng chấm điểm", "targets": "bảng chỉ tiêu kế hoạch"},
    "table.status": {"official": "theo văn bản có thật", "template": "bảng mẫu", "excerpt": "trích một phần"},
    "not_applicable": {"rebase": "trừ khỏi điểm tối đa", "full": "cho điểm tối đa"},
    "days": {"calendar": "mọi ngày", "working": "ngày làm việc"},
    "measure": {
        "ratio": "tỷ lệ",
        "percent": "phần trăm điều tra",
        "count": "số đếm",
        "number": "số bất kỳ",
        "yes_no": "có hoặc không",
        "choice": "chọn một mức",
        "date": "ngày",
    },
    "type": {
        "text": "chữ",
        "count": "số đếm",
        "number": "số bất kỳ",
        "yes_no": "có hoặc không",
        "date": "ngày",
    },
    "year": {
        "sum": "cộng các tháng",
        "latest": "số của tháng mới nhất",
        "cumulative": "mỗi tháng đã lũy kế",
        "once": "một lần trong năm",
        "months_covered": "số tháng có trên số tháng",
        "mean_of_months": "trung bình các tháng",
    },
    "scored_by": {"self": "đơn vị tự chấm", "survey": "điều tra xã hội học", "appraiser": "cơ quan thẩm định"},
    "nothing_arose": {"full": "điểm tối đa", "zero": "0 điểm", "not_applicable": "không áp dụng"},
    "nothing_arose.nothing_arose": {"full": "điểm tối đa", "zero": "0 điểm", "not_applicable": "không áp dụng"},
    "gate.nothing_arose": {"open": "vẫn chấm", "closed": "0 điểm"},
    "missing": {"unknown": "chưa biết", "closed": "0 điểm"},
    "combine": {"sum": "cộng", "max": "lấy cao nhất", "min": "lấy thấp nhất"},
}
